#include "platform/keystore/keystores.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace platform;

namespace {

template <class T>
using Answer = std::optional<Result<T>>;

template <class T>
std::function<void(Result<T>)> into(Answer<T> &answer)
{
    return [&answer](Result<T> result) { answer.emplace(std::move(result)); };
}

using Store = std::unique_ptr<KeyStore>;

Result<Store> found(const QString &workspace, const std::optional<QByteArray> &passphrase, bool mayCreate)
{
    QObject context;
    Answer<Store> answer;
    findKeyStore(workspace, passphrase, mayCreate, &context,
                 [&answer](Result<Store> result) { answer.emplace(std::move(result)); });
    if (answer || !QTest::qWaitFor([&] { return answer.has_value(); }, 5000))
        qFatal("answered within the call, or not at all");
    return std::move(*answer);
}

} // namespace

/// On a machine without a session bus, as over ssh.
class KeyStoresTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY");
        qunsetenv("XDG_CURRENT_DESKTOP");
    }

    void withoutAStoreTheSystemSaysSoAtOnce()
    {
        SystemKeyStore store;
        QElapsedTimer timer;
        timer.start();
        Answer<QByteArray> read;
        Answer<void> written;
        Answer<void> removed;
        store.read(u"heliograph/u/workspace-key"_s, into(read));
        store.write(u"heliograph/u/workspace-key"_s, "x", into(written));
        store.remove(u"heliograph/u/workspace-key"_s, into(removed));
        QVERIFY(!read && !written && !removed); // never from within the call
        QTRY_VERIFY(read && written && removed);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(read->error().code, ErrorCode::KeyUnavailable);
        QCOMPARE(written->error().code, ErrorCode::KeyUnavailable);
        QCOMPARE(removed->error().code, ErrorCode::KeyUnavailable);
    }

    // A workspace's thread ends with the workspace: the next one's asks as well.
    void aThreadThatHasEndedKeepsNobodyWaiting()
    {
        for (int i = 0; i < 4; ++i) {
            QThread thread;
            QObject inThread;
            inThread.moveToThread(&thread);
            thread.start();
            std::atomic<bool> isAnswered = false;
            SystemKeyStore *store = nullptr;
            QMetaObject::invokeMethod(&inThread, [&] {
                store = new SystemKeyStore;
                store->read(u"heliograph/probe"_s, [&](const auto &) {
                    isAnswered = QThread::currentThread() == &thread;
                    delete store;
                    thread.quit();
                });
            });
            QTRY_VERIFY2(isAnswered, qPrintable(u"the one of thread %1"_s.arg(i)));
            QVERIFY(thread.wait(5'000));
        }
    }

    void aStoreThatIsGoneCallsNobody()
    {
        int calls = 0;
        {
            SystemKeyStore store;
            store.read(u"heliograph/u/workspace-key"_s, [&](const auto &) { ++calls; });
        }
        QTest::qWait(50);
        QCOMPARE(calls, 0);
    }

    void sealedSecretsAreReadWrittenAndRemoved()
    {
        const QString path = m_folder.filePath(u"b.keys"_s);
        {
            auto store = SealedKeyStore::open(path, "pass");
            QVERIFY(store);
            Answer<void> written;
            (*store)->write(u"a/b"_s, "secret", into(written));
            QVERIFY(!written);
            QTRY_VERIFY(written);
            QVERIFY(written->has_value());
        }
        auto store = SealedKeyStore::open(path, "pass");
        QVERIFY(store);
        Answer<QByteArray> read;
        (*store)->read(u"a/b"_s, into(read));
        QTRY_VERIFY(read);
        QCOMPARE(read->value(), "secret"_ba);
        for (int i = 0; i < 2; ++i) { // removing what is not there succeeds too
            Answer<void> removed;
            (*store)->remove(u"a/b"_s, into(removed));
            QTRY_VERIFY(removed);
            QVERIFY(removed->has_value());
        }
        Answer<QByteArray> gone;
        (*store)->read(u"a/b"_s, into(gone));
        QTRY_VERIFY(gone);
        QCOMPARE(gone->error().code, ErrorCode::NotFound);
    }

    void aFailedWriteKeepsWhatWasThere()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"c.keys"_s);
        auto store = SealedKeyStore::open(path, "pass");
        QVERIFY(store);
        QVERIFY(QFile::remove(path));
        folder.remove();
        Answer<void> written;
        (*store)->write(u"a"_s, "1", into(written));
        QTRY_VERIFY(written);
        QCOMPARE(written->error().code, ErrorCode::FileNotWritable);
        Answer<QByteArray> read;
        (*store)->read(u"a"_s, into(read));
        QTRY_VERIFY(read);
        QCOMPARE(read->error().code, ErrorCode::NotFound);
    }

    void theSealedFileStandsInWhereNoStoreIs()
    {
        const QString workspace = m_folder.filePath(u"w.heliograph"_s);
        auto none = found(workspace, std::nullopt, true);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::KeyUnavailable);
        none = found(workspace, "pass"_ba, false); // an existing workspace's keys are elsewhere: no new file
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::KeyUnavailable);
        QVERIFY(!QFile::exists(SealedKeyStore::pathFor(workspace)));

        QVERIFY(found(workspace, "pass"_ba, true));
        QVERIFY(QFile::exists(workspace + u".keys"_s));
        QVERIFY(found(workspace, "pass"_ba, false));
        QCOMPARE(found(workspace, "other"_ba, false).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(found(workspace, std::nullopt, false).error().code, ErrorCode::KeyUnavailable);
    }
};

QTEST_GUILESS_MAIN(KeyStoresTest)
#include "tst_keystores.moc"
