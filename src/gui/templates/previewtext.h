#pragma once

#include "domain/contact/contact.h"
#include "domain/template/contactvalues.h"
#include "domain/template/template.h"
#include "domain/template/templaterecord.h"
#include "domain/text/segmentdoctor.h"

#include <QStringList>

namespace gui {

/// What the editor shows beside a text: the text a contact would get and what is to be said about it. A value.
struct PreviewText
{
    QString text;                                   ///< as it would leave; empty where `problem` is set
    std::optional<domain::TemplateProblem> problem; ///< the text does not compile
    QStringList missing;                            ///< placeholders without a value for this contact
    QList<domain::TemplateProblem> unknown;         ///< placeholders nobody has, with the nearest name as hint
    QList<domain::TemplateProblem> lints;
    domain::SegmentDiagnosis diagnosis; ///< SMS only
};

/// Renders `body` for a contact as the engine does: placeholders, the channel's rules, smart encoding. `known` are the
/// placeholders there are (empty: names are not checked); `target` is where the text goes, by default the body of the
/// record's channel. Pure, any thread, about a millisecond.
[[nodiscard]] PreviewText previewOf(const domain::TemplateRecord &record, const QString &body, const QString &language,
                                    const domain::Contact &contact, const domain::WorkspaceFacts &workspace,
                                    const QStringList &known, const QDateTime &now,
                                    std::optional<domain::TextTarget> target = {});

/// A place in code points as one in UTF-16 units, which a text document counts in.
[[nodiscard]] int utf16Offset(const QString &text, int codePoints);

/// Characters that have a GSM-7 spelling, written that way in a template's source; placeholders are left alone.
[[nodiscard]] QString withGsmSpelling(const QString &source, domain::TemplateNotation notation,
                                      const std::vector<domain::ForcingCharacter> &forcing);

/// A text's source as the beginning of its HTML: paragraphs, line breaks, what HTML would read otherwise escaped;
/// placeholders are left alone.
[[nodiscard]] QString htmlFrom(const QString &source, domain::TemplateNotation notation);

/// A problem or hint in the window's words.
[[nodiscard]] QString wordsFor(const domain::TemplateProblem &problem);
/// "“ → \"" with a name for what cannot be seen.
[[nodiscard]] QString characterName(char32_t character);

} // namespace gui
