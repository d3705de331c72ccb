// What people answer: read as stop, start, help or none of them.

#include "domain/consent/keywords.h"
#include "fuzz/fuzz.h"

using namespace Qt::StringLiterals;
using namespace domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QString text = input.choice % 2 ? input.units() : input.text();
    const auto state = static_cast<SubscriptionState>(input.choice / 2 % 3);
    static const QString languages[] = {u"en"_s, u"fr"_s, u"es"_s, u"de"_s, u"pt"_s, u"hi"_s};
    const std::span<const QString> some(languages, input.choice / 6 % 7);
    const InboundMatch match = matchInbound(text, state, some);
    REQUIRE((match.intent == InboundIntent::None) == match.words.isEmpty());
    REQUIRE(!match.needsReview || match.intent == InboundIntent::None);
    REQUIRE(!match.marketingOnly || match.intent == InboundIntent::OptOut);
    REQUIRE(classifyInbound(text, state, some) == match.intent);
    return 0;
}
