#include "domain/address/phonetext.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype longestExtension = 20; // digits; the library's own limit
constexpr int leastDigitsOfNumber = 7;     // fewer before a '/' are an area code ('030/23125000')

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// Full-width digits and plus become ASCII; zero-width and direction characters go.
QString normalised(QStringView text)
{
    QString result = text.toString().normalized(QString::NormalizationForm_KC);
    result.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return result.trimmed();
}

bool isLetterAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.unicode() < 0x80)
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    if (c.isHighSurrogate() && at + 1 < text.size())
        return QChar::isLetter(QChar::surrogateToUcs4(c, text[at + 1]));
    return c.isLetter();
}

qsizetype firstLetter(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i)
        if (isLetterAt(text, i))
            return i;
    return -1;
}

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool isAnyOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [word](QStringView each) { return word.compare(each, Qt::CaseInsensitive) == 0; });
}

// '.', ': ', '=' between the marker and the digits; ')' after '(ext. 5)'.
std::optional<QString> extensionDigits(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && (text[at] == u' ' || text[at] == u'.' || text[at] == u':' || text[at] == u'='))
        ++at;
    QStringView digits = text.mid(at).trimmed();
    if (digits.endsWith(u')'))
        digits.chop(1);
    if (digits.isEmpty() || digits.size() > longestExtension)
        return std::nullopt;
    QString result;
    for (const QChar c : digits) {
        if (!c.isDigit())
            return std::nullopt;
        result += QChar(u'0' + c.digitValue());
    }
    return result;
}

// Cuts the extension off `text`. Letters that are no extension marker are refused.
tl::expected<QString, PhoneProblem> takeExtension(QStringView &text)
{
    const qsizetype from = firstLetter(text);
    if (from < 0)
        return QString();
    if (digitsIn(text) == 0)
        return tl::unexpected(PhoneProblem::NotANumber);
    qsizetype to = from;
    while (to < text.size() && isLetterAt(text, to))
        ++to;
    const QStringView word = text.mid(from, to - from);
    const QStringView before = text.left(from);
    const QStringView after = text.mid(to);
    if (isAnyOf(word, {u"or", u"and"}) && digitsIn(before) > 0 && digitsIn(after) > 0)
        return tl::unexpected(PhoneProblem::SeveralNumbers);
    if (!isAnyOf(word, {u"x", u"ext", u"extn", u"extension"}) || digitsIn(before) == 0)
        return tl::unexpected(PhoneProblem::Letters);
    const auto digits = extensionDigits(after);
    if (!digits)
        return tl::unexpected(PhoneProblem::Letters);
    text = before;
    while (!text.isEmpty() && (text.back().isSpace() || QStringView(u",;.-(").contains(text.back())))
        text.chop(1);
    return *digits;
}

// A comma, a semicolon, a bar, a line break or a second '+' between digits; a slash after a whole number.
bool holdsSeveral(QStringView text)
{
    qsizetype digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isDigit()) {
            ++digits;
            continue;
        }
        const bool separates = c == u',' || c == u';' || c == u'|' || c == u'&' || c == u'\n';
        const bool afterWhole = (c == u'/' || c == u'\\' || c == u'+') && digits >= leastDigitsOfNumber;
        if ((separates || afterWhole) && digits > 0 && digitsIn(text.mid(i)) > 0)
            return true;
    }
    return false;
}

} // namespace

tl::expected<TypedPhone, PhoneProblem> readTypedPhone(QStringView input)
{
    TypedPhone typed;
    typed.number = input.trimmed();
    if (typed.number.isEmpty())
        return tl::unexpected(PhoneProblem::Empty);
    if (typed.number.size() > phoneInputLimit)
        return tl::unexpected(PhoneProblem::TooLong);
    if (!isAscii(typed.number)) {
        typed.owned = normalised(typed.number);
        typed.number = typed.owned;
        if (typed.number.isEmpty())
            return tl::unexpected(PhoneProblem::Empty);
        if (typed.number.size() > phoneInputLimit)
            return tl::unexpected(PhoneProblem::TooLong);
    }
    if (typed.number.startsWith(u"tel:"_s, Qt::CaseInsensitive))
        typed.number = typed.number.mid(4).trimmed();
    auto extension = takeExtension(typed.number);
    if (!extension)
        return tl::unexpected(extension.error());
    typed.extension = std::move(*extension);
    if (holdsSeveral(typed.number))
        return tl::unexpected(PhoneProblem::SeveralNumbers);
    return typed;
}

} // namespace domain
