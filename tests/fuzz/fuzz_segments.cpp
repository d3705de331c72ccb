// The text of an SMS: counted, split, spelled otherwise, shortened.

#include "domain/text/segmentdoctor.h"
#include "fuzz/fuzz.h"

using namespace domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QString text = input.choice % 2 ? input.units() : input.text();
    const SegmentCount count = countSegments(text);
    REQUIRE(count.segments == segmentsOf(text));
    REQUIRE(count.encoding == (isGsm7(text) ? Encoding::Gsm7 : Encoding::Ucs2));
    REQUIRE(text.isEmpty() == (count.segments == 0));
    REQUIRE(count.textBoundaries.empty() || count.textBoundaries.back() == text.size());
    REQUIRE(count.unitBoundaries.empty() || count.unitBoundaries.back() == count.units);
    REQUIRE(segmentsKeepingClusters(text) >= count.segments);
    const QString normal = normalisedForSms(text);
    REQUIRE(normalisedForSms(normal) == normal);
    const QString smart = smartEncoded(normal);
    REQUIRE(smart == normal || isGsm7(smart));
    const SmsLimits limits{1 + static_cast<int>(input.choice / 4 % 4), 300};
    const QString cut = truncatedToFit(normal, limits);
    REQUIRE(cut.isEmpty() || fitOf(cut, limits) == SmsFit::Fits);
    if (normal.size() < 2000) {
        const SegmentDiagnosis diagnosis = diagnoseSegments(normal);
        REQUIRE(diagnosis.now == countSegments(normal));
        REQUIRE(diagnosis.segmentsSaved >= 0 && diagnosis.afterRepair == countSegments(diagnosis.repaired));
        for (const ForcingCharacter &character : diagnosis.forcing)
            REQUIRE(character.index >= 0 && character.index + character.length <= normal.size());
    }
    static_cast<void>(smsText(text));
    return 0;
}
