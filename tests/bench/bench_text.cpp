#include "domain/consent/keywords.h"
#include "domain/text/segmentdoctor.h"
#include "domain/text/segments.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QTextStream>

#include <functional>

// Segment counts and keyword classifications a second, on one core.

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

void measure(QTextStream &out, const QString &what, const std::function<int()> &once)
{
    constexpr qint64 span = 300'000'000; // ns
    qint64 rounds = 0;
    qint64 sum = 0; // keeps the work from being left out
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < span) {
        for (int i = 0; i < 64; ++i)
            sum += once();
        rounds += 64;
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const auto rate = static_cast<qint64>(static_cast<double>(rounds) / seconds);
    out << what.leftJustified(54) << QLocale(QLocale::English).toString(rate).rightJustified(14) << (sum < 0 ? " " : "")
        << '\n';
}

} // namespace

int main()
{
    QTextStream out(stdout);
    out << u"what"_s.leftJustified(54) << u"a second"_s.rightJustified(14) << '\n';

    const QString shortText = u"Hello Maria, your order 4711 is ready for pickup. Open 9-17."_s;
    const QString longText = shortText.repeated(12).left(640);
    const QString foreign = u"Здравствуйте, Мария! Ваш заказ 4711 готов к выдаче. Открыто с 9 до 17 часов, ждём вас."_s;
    const QString typographic =
        u"“Hello” Maria – it’s ready… your order 4711 can be picked up today between 9 and 17."_s;
    measure(out, u"segmentsOf, GSM-7, 60 characters"_s, [&] { return segmentsOf(shortText); });
    measure(out, u"segmentsOf, GSM-7, 640 characters"_s, [&] { return segmentsOf(longText); });
    measure(out, u"segmentsOf, UCS-2, 88 characters"_s, [&] { return segmentsOf(foreign); });
    measure(out, u"countSegments with borders, GSM-7, 640 characters"_s, [&] { return countSegments(longText).units; });
    measure(out, u"smsText, plain"_s, [&] { return static_cast<int>(smsText(shortText).size()); });
    measure(out, u"smsText, typographic, smart encoding"_s,
            [&] { return static_cast<int>(smsText(typographic).size()); });
    measure(out, u"diagnoseSegments, typographic"_s, [&] { return diagnoseSegments(typographic).segmentsSaved; });

    const auto classify = [](const QString &text) {
        return [text] { return static_cast<int>(classifyInbound(text, SubscriptionState::Subscribed)); };
    };
    measure(out, u"classifyInbound, STOP"_s, classify(u"STOP"_s));
    measure(out, u"classifyInbound, a sentence that opts out"_s, classify(u"Please stop texting me"_s));
    measure(out, u"classifyInbound, a sentence that does not"_s,
            classify(u"Thanks, I will come by tomorrow at 5. Can you stop by?"_s));
    measure(out, u"classifyInbound, Hindi"_s, classify(u"मुझे मैसेज मत भेजो"_s));
    measure(out, u"classifyInbound, 2,000 characters"_s,
            classify(u"I do not know when the order will be there, message me. "_s.repeated(40).left(2000)));
    return 0;
}
