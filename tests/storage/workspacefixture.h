#pragma once

#include "storage/core/workspacefile.h"

#include <QTemporaryDir>
#include <QTest>

/// A fresh workspace file for each test.
class WorkspaceFixture
{
public:
    WorkspaceFixture()
        : m_file(storage::WorkspaceFile::create(m_dir.filePath(QStringLiteral("w.helio")),
                                                {{},
                                                 QStringLiteral("Test"),
                                                 QStringLiteral("US"),
                                                 QStringLiteral("America/New_York"),
                                                 QStringLiteral("USD"),
                                                 false},
                                                QByteArray(32, 'k')))
    {}

    [[nodiscard]] storage::Connection &db() const { return m_file->connection(); }
    [[nodiscard]] const storage::Vault &vault() const { return m_file->vault(); }
    [[nodiscard]] QString path() const { return db().path(); }
    /// The first column of the first row.
    [[nodiscard]] qint64 number(const QString &sql) const
    {
        auto &s = db().statement(sql);
        const qint64 value = s.next() ? s.integer(0) : -1;
        s.finish();
        return value;
    }

private:
    QTemporaryDir m_dir;
    domain::Result<storage::WorkspaceFile> m_file;
};

/// Shows the failure's detail.
#define VERIFY_RESULT(expression)                                                                                      \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.has_value(), verified ? "" : qPrintable(verified.error().detail));                           \
    } while (false)
