#include "app/ctl/output.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
}

QString plain(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return number == double(qint64(number)) ? QString::number(qint64(number)) : QString::number(number);
    }
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &part : array)
            parts << plain(part);
        return parts.join(u", "_s);
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::String:
        return value.toString();
    }
    Q_UNREACHABLE();
}

// A control character in somebody's name must not move the cursor of the terminal.
QString shown(const QJsonValue &value)
{
    QString text = plain(value);
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control)
            c = u' ';
    return text;
}

// What each code means for a person at a terminal.
QString sentenceOf(domain::ErrorCode code)
{
    using domain::ErrorCode;
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"not valid"_s;
    case ErrorCode::NotFound:
        return u"not found"_s;
    case ErrorCode::Conflict:
        return u"not possible as things stand"_s;
    case ErrorCode::NotAllowed:
        return u"not allowed"_s;
    case ErrorCode::FileMissing:
        return u"there is no such file or folder"_s;
    case ErrorCode::FileNotReadable:
        return u"the file cannot be read: check its rights"_s;
    case ErrorCode::FileNotWritable:
        return u"the file or its folder cannot be written: check the rights"_s;
    case ErrorCode::FileBusy:
        return u"another Heliograph has this workspace open; nothing was changed"_s;
    case ErrorCode::DiskFull:
        return u"the disk is full; nothing was changed: make room and try again"_s;
    case ErrorCode::NotADatabase:
        return u"the file is no workspace: it is not a database at all"_s;
    case ErrorCode::NotAWorkspace:
        return u"the file is a database, but not a Heliograph workspace"_s;
    case ErrorCode::Damaged:
        return u"the file is damaged; nothing was changed: restore a backup"_s;
    case ErrorCode::NewerVersion:
        return u"the workspace was written by a newer Heliograph; nothing was changed: update this one"_s;
    case ErrorCode::KeyUnavailable:
        return u"the workspace's key cannot be had: no key store is reachable and no passphrase was given "
               "(--passphrase-file or HELIOGRAPH_PASSPHRASE)"_s;
    case ErrorCode::WrongPassphrase:
        return u"the passphrase does not open this workspace"_s;
    case ErrorCode::Network:
        return u"the connection failed"_s;
    case ErrorCode::Provider:
        return u"the provider refused"_s;
    case ErrorCode::Cancelled:
        return u"stopped"_s;
    case ErrorCode::Internal:
        break;
    }
    return u"something failed that should not"_s;
}

} // namespace

void Output::object(const QJsonObject &object) const
{
    if (m_json) {
        print(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
        return;
    }
    qsizetype width = 0;
    for (auto it = object.begin(); it != object.end(); ++it)
        width = qMax(width, it.key().size());
    for (auto it = object.begin(); it != object.end(); ++it)
        print(stdout, it.key().leftJustified(width) + u"  "_s + shown(it.value()));
}

void Output::table(const QStringList &columns, const QJsonArray &rows) const
{
    if (m_json) {
        print(stdout, QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)));
        return;
    }
    QList<qsizetype> widths;
    for (const QString &column : columns) {
        qsizetype width = column.size();
        for (const QJsonValue &row : rows)
            width = qMax(width, qMin<qsizetype>(40, shown(row[column]).size()));
        widths << width;
    }
    const auto line = [&](const auto &cell) {
        QString text;
        for (qsizetype i = 0; i < columns.size(); ++i)
            text += cell(columns[i])
                        .left(i + 1 == columns.size() ? 200 : 40)
                        .leftJustified(i + 1 == columns.size() ? 0 : widths[i] + 2);
        print(stdout, text);
    };
    line([](const QString &column) { return column; });
    for (const QJsonValue &row : rows)
        line([&](const QString &column) { return shown(row[column]); });
}

void Output::done(const QString &sentence, const QJsonObject &extra) const
{
    if (!m_json) {
        print(stdout, sentence);
        return;
    }
    QJsonObject object = extra;
    object.insert(u"ok"_s, true);
    print(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

int Output::failed(const domain::Error &error) const
{
    if (m_json) {
        const QJsonObject body{
            {u"code"_s, domain::errorCodeName(error.code)}, {u"detail"_s, error.detail}, {u"place"_s, error.place}};
        print(stderr, QString::fromUtf8(QJsonDocument(QJsonObject{{u"error"_s, body}}).toJson(QJsonDocument::Compact)));
    } else {
        QString text = u"heliographctl: "_s + sentenceOf(error.code);
        if (!error.detail.isEmpty())
            text += u" ("_s + error.detail + u')';
        if (!error.place.isEmpty())
            text += u": "_s + error.place;
        print(stderr, text);
    }
    return Failed;
}

int Output::wrongUsage(const QString &sentence, const QString &usage) const
{
    if (m_json) {
        const QJsonObject body{{u"code"_s, u"WrongUsage"_s}, {u"detail"_s, sentence}};
        print(stderr, QString::fromUtf8(QJsonDocument(QJsonObject{{u"error"_s, body}}).toJson(QJsonDocument::Compact)));
    } else {
        print(stderr, u"heliographctl: "_s + sentence);
        if (!usage.isEmpty())
            print(stderr, u"usage: "_s + usage);
    }
    return WrongUsage;
}

QJsonValue jsonOf(domain::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(domain::toMillis(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue jsonOf(const std::optional<domain::Instant> &at) { return at ? jsonOf(*at) : QJsonValue(QJsonValue::Null); }

QString decimalOf(qint64 micros)
{
    QString text = u"%1.%2"_s.arg(qAbs(micros) / 1'000'000).arg(qAbs(micros) % 1'000'000, 6, 10, QLatin1Char('0'));
    while (text.endsWith(u'0') && !text.endsWith(".00"_L1) && text.size() - text.indexOf(u'.') > 3)
        text.chop(1);
    return micros < 0 ? u'-' + text : text;
}

} // namespace ctl
