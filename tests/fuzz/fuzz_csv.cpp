// Contact files: encoding and delimiter guessed, read to the end, each row mapped to a contact.

#include "fuzz/fuzz.h"
#include "sources/contacts/rowmapper.h"
#include "sources/csv/csvreader.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QString encoding = sources::detectEncoding(input.bytes);
    QByteArray bytes = input.bytes.toByteArray();
    QBuffer device(&bytes);
    REQUIRE(device.open(QIODevice::ReadOnly));
    const QChar delimiter =
        input.choice % 2 ? QChar(u";,\t|"[input.choice / 2 % 4]) : sources::detectDelimiter(input.bytes);
    sources::CsvReader reader(device, encoding, delimiter);
    engine::ImportPlan plan;
    plan.fields = QStringList{u"name"_s, u"phone"_s, u"email"_s, u"birthday"_s, u"last_purchase_amount"_s, u"tags"_s};
    plan.defaultCountry = u"DE"_s;
    const sources::RowMapper mapper(plan, plan.fields);
    qint64 last = 0;
    for (sources::CsvRow row;;) {
        const auto more = reader.next(row);
        if (!more || !*more)
            break;
        REQUIRE(row.number > last);
        last = row.number;
        static_cast<void>(mapper.map(row));
    }
    REQUIRE(reader.bytesRead() <= input.bytes.size());
    return 0;
}
