#include "gui/templates/textfacts.h"

#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr size_t mostListed = 6;
}

TextFacts::TextFacts(QWidget *parent)
    : QWidget(parent), m_counts(makeLabel({}, TextRole::Body, this)), m_units(makeLabel({}, TextRole::Secondary, this)),
      m_lines(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_counts->setObjectName(u"segmentCounts"_s);
    m_units->setWordWrap(true);
    column->addWidget(m_counts);
    column->addWidget(m_units);
    column->addSpacing(space::xs);
    m_lines->setSpacing(space::s);
    column->addLayout(m_lines);
}

void TextFacts::showPreview(const PreviewText &preview, bool sms)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto line = [this](const QString &text, TextRole role) {
        QLabel *label = makeLabel(text, role, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_lines->addWidget(label);
    };
    m_counts->setVisible(!preview.problem && !preview.text.isEmpty());
    m_units->setVisible(m_counts->isVisibleTo(this));
    const domain::SegmentCount &count = preview.diagnosis.now;
    if (sms) {
        QStringList facts{segmentsText(count.segments),
                          count.encoding == domain::Encoding::Gsm7 ? tr("GSM-7") : tr("Unicode (UCS-2)")};
        if (!m_price.currency.isEmpty() && m_price.micros > 0)
            facts << tr("%1 a message", "about $0.0158 a message")
                         .arg(money({m_price.micros * count.segments, m_price.currency}, true));
        m_counts->setText(facts.join(u" · "_s));
        m_units->setText(tr("%1 characters used, %2 left in this segment")
                             .arg(number(count.units), number(count.unitsLeftInSegment)));
    } else {
        m_counts->setText(tr("%Ln characters", nullptr, int(preview.text.size())));
        m_units->hide();
    }
    if (preview.problem)
        return;
    if (sms && !preview.diagnosis.forcing.empty()) {
        const auto &forcing = preview.diagnosis.forcing;
        line(tr("These characters force Unicode, which fits only 70 instead of 160 into a segment:"),
             TextRole::Warning);
        bool any = false;
        for (size_t i = 0; i < std::min(forcing.size(), mostListed); ++i) {
            const domain::ForcingCharacter &c = forcing[i];
            const QString place = tr("at %1", "position in the text").arg(c.index + 1);
            const QString times = c.occurrences > 1 ? u" ×%1"_s.arg(c.occurrences) : QString();
            any = any || c.hasReplacement;
            line(!c.hasReplacement ? tr("%1%2  %3 – has no GSM spelling").arg(characterName(c.character), times, place)
                 : c.replacement.trimmed().isEmpty()
                     ? tr("%1%2  %3 – becomes a plain space or nothing").arg(characterName(c.character), times, place)
                     : tr("%1%2  %3 – becomes %4").arg(characterName(c.character), times, place, c.replacement),
                 TextRole::Caption);
        }
        if (forcing.size() > mostListed)
            line(tr("and %Ln more", nullptr, int(forcing.size() - mostListed)), TextRole::Caption);
        if (any) {
            const int saved = preview.diagnosis.segmentsSaved;
            auto *button = new QPushButton(
                saved > 0 ? tr("Use GSM spelling, saves %Ln segments", nullptr, saved) : tr("Use GSM spelling"), this);
            button->setObjectName(u"gsmSpelling"_s);
            button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
            connect(button, &QPushButton::clicked, this, &TextFacts::gsmSpellingWanted);
            m_lines->addWidget(button);
        }
    }
    for (const QString &name : preview.missing)
        line(tr("This contact has no value for “%1”; nothing would be sent to them.").arg(name), TextRole::Warning);
    for (const domain::TemplateProblem &hint : preview.lints)
        line(wordsFor(hint), TextRole::Caption);
}

} // namespace gui
