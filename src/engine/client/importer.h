#pragma once

#include "engine/client/models.h"

#include <QObject>

#include <functional>

namespace engine {

/// How a delimited file is to be read; what detection found, and what a person may change.
struct FileFormat
{
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
    QChar delimiter = u',';
    bool hasHeader = true;
    friend bool operator==(const FileFormat &, const FileFormat &) = default;
};

enum class DuplicatePolicy {
    Skip,   ///< the row is left out and counted
    Update, ///< the row's filled cells replace what is there
    Fill,   ///< the row's cells go only where the contact has nothing
};

/// Column → field. Field names: external_id, name, first_name, last_name, company, kind, phone, whatsapp, email,
/// language, time_zone, country, group, territory, vip, lead_source, lead_stage, loyalty_tier, birthday, anniversary,
/// customer_since, last_purchase_on, last_purchase_amount, do_not_disturb, notes, tags, attribute:<name>; empty: not
/// imported.
struct ImportPlan
{
    QString path;
    FileFormat format;
    QStringList fields; ///< one for each column
    QString defaultCountry;
    DuplicatePolicy duplicates = DuplicatePolicy::Skip;
    QStringList addTags; ///< put on every imported contact
    QString rejectsPath; ///< empty: none is written
    bool dryRun = false;
};

struct ImportPreview
{
    FileFormat format;
    QStringList columns;       ///< header cells, or "Column 1", …
    QStringList guessedFields; ///< remembered from the last file with this header, else guessed
    bool remembered = false;
    QList<QStringList> rows; ///< the first 50
    qint64 fileBytes = 0;
};

struct ImportReport
{
    qint64 rows = 0; ///< read, without the header
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; ///< duplicates that had nothing new
    qint64 skipped = 0;   ///< duplicates left out
    qint64 rejected = 0;
    QString rejectsPath;
    struct Reject
    {
        qint64 row = 0; ///< as a spreadsheet counts: the header is row 1
        QString column;
        QString reason; ///< a word: bad_phone, several_numbers, bad_email, bad_date, no_address, too_many_cells,
                        ///< unclosed_quote, …
        QString value;
    };
    QList<Reject> firstRejects; ///< at most 200
    QList<NamedCount> rejectReasons;
};

struct ImportProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 rows = 0;
    qint64 rejected = 0;
};

/// Contact files. In the GUI thread; the work is done elsewhere. One import at a time: a second start() fails with
/// Conflict.
class ContactImporter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Detects encoding, delimiter and header, guesses the mapping; `wanted` overrides the detection where given.
    virtual void preview(const QString &path, const std::optional<FileFormat> &wanted, QObject *context,
                         std::function<void(domain::Result<ImportPreview>)> then) = 0;
    /// All or nothing: cancelled or failed leaves the workspace as it was. The rejects file is written in any case but
    /// that.
    virtual void start(const ImportPlan &plan, QObject *context,
                       std::function<void(domain::Result<ImportReport>)> then) = 0;
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    void progress(const engine::ImportProgress &progress);
};

} // namespace engine

Q_DECLARE_METATYPE(engine::ImportProgress)
