#include "domain/text/segmentdoctor.h"

#include "domain/text/gsm7.h"
#include "domain/text/gsmspelling.h"

#include <QHash>

namespace domain {

namespace {

char32_t characterAt(QStringView text, qsizetype index)
{
    const QChar c = text[index];
    if (c.isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[index + 1]);
    return c.unicode();
}

void chooseReplacement(ForcingCharacter &forcing, Repair furthest)
{
    const auto take = [&](const QString &replacement, Repair kind) {
        forcing.replacement = replacement;
        forcing.kind = kind;
        forcing.hasReplacement = true;
    };
    const char32_t c = forcing.character;
    if (furthest >= Repair::LookAlike && c <= 0xFFFF) {
        if (const auto same = lookAlikeOf(static_cast<char16_t>(c)))
            return take(same->toString(), Repair::LookAlike);
    }
    if (furthest >= Repair::Accent) {
        if (const auto bare = unaccentedOf(c))
            return take(*bare, Repair::Accent);
    }
    if (furthest >= Repair::Spelling) {
        if (const auto plain = plainSpellingOf(c))
            return take(*plain, Repair::Spelling);
    }
}

std::vector<ForcingCharacter> forcingCharactersOf(QStringView text, Repair furthest)
{
    std::vector<ForcingCharacter> found;
    QHash<char32_t, std::size_t> positions;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (gsmSeptets(text[i].unicode()) != 0)
            continue;
        const char32_t character = characterAt(text, i);
        const auto known = positions.constFind(character);
        if (known == positions.cend()) {
            positions.insert(character, found.size());
            ForcingCharacter forcing;
            forcing.index = static_cast<int>(i);
            forcing.length = character > 0xFFFF ? 2 : 1;
            forcing.character = character;
            chooseReplacement(forcing, furthest);
            found.push_back(std::move(forcing));
        }
        ForcingCharacter &forcing = found[positions.value(character)];
        forcing.places.push_back(static_cast<int>(i));
        ++forcing.occurrences;
        i += forcing.length - 1;
    }
    return found;
}

QString repairedText(QStringView text, const std::vector<ForcingCharacter> &forcing)
{
    QHash<char32_t, QString> replacements;
    for (const ForcingCharacter &c : forcing) {
        if (!c.hasReplacement)
            return text.toString();
        replacements.insert(c.character, c.replacement);
    }
    QString repaired;
    repaired.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (gsmSeptets(text[i].unicode()) != 0) {
            repaired += text[i];
            continue;
        }
        const char32_t character = characterAt(text, i);
        repaired += replacements.value(character);
        i += character > 0xFFFF ? 1 : 0;
    }
    return repaired;
}

} // namespace

QString withReplacement(QStringView text, const ForcingCharacter &character)
{
    QString changed;
    changed.reserve(text.size());
    qsizetype copied = 0;
    for (int place : character.places) {
        changed += text.sliced(copied, place - copied);
        changed += character.hasReplacement ? QStringView(character.replacement) : text.sliced(place, character.length);
        copied = place + character.length;
    }
    changed += text.sliced(copied);
    return changed;
}

SegmentDiagnosis diagnoseSegments(QStringView text, Repair furthest)
{
    SegmentDiagnosis diagnosis;
    diagnosis.now = countSegments(text);
    diagnosis.forcing = forcingCharactersOf(text, furthest);
    for (ForcingCharacter &c : diagnosis.forcing) {
        if (c.hasReplacement && text.size() <= SmsLimits().characters)
            c.segmentsSavedAlone = diagnosis.now.segments - segmentsOf(withReplacement(text, c));
    }
    diagnosis.repaired = repairedText(text, diagnosis.forcing);
    diagnosis.afterRepair = countSegments(diagnosis.repaired);
    // A text of characters that grow (an ellipsis becomes three points) can need more parts than before; and what
    // is left of a text of nothing but invisible characters could not be sent.
    if (diagnosis.afterRepair.segments > diagnosis.now.segments || diagnosis.repaired.isEmpty()) {
        diagnosis.repaired = text.toString();
        diagnosis.afterRepair = diagnosis.now;
    }
    diagnosis.segmentsSaved = diagnosis.now.segments - diagnosis.afterRepair.segments;
    return diagnosis;
}

} // namespace domain
