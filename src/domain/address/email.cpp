#include "domain/address/email.h"

#include <QUrl>

#include <algorithm>

namespace domain {

namespace {

constexpr qsizetype longestInput = 1024; // characters; longer ones are not looked at
constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestDomain = 253;
constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestAddress = 254;

// atext of RFC 5322, and of RFC 6531 any other letter, digit, mark or symbol beyond ASCII.
bool isLocalCharacter(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') ||
               QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(QChar(static_cast<char16_t>(c)));
    switch (QChar::category(c)) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return true;
    }
}

// Atoms joined by single dots.
bool isLocalPart(QStringView text)
{
    bool afterDot = true;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'.') {
            if (afterDot)
                return false;
            afterDot = true;
        } else if (isLocalCharacter(c)) {
            afterDot = false;
        } else {
            return false;
        }
    }
    return !afterDot && text.toUtf8().size() <= longestLocalPart;
}

bool isLabel(QByteArrayView label)
{
    if (label.isEmpty() || label.size() > longestLabel || label.front() == '-' || label.back() == '-')
        return false;
    return std::all_of(label.begin(), label.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool isDomain(const QByteArray &ascii)
{
    if (ascii.isEmpty() || ascii.size() > longestDomain)
        return false;
    const QList<QByteArray> labels = ascii.split('.');
    const bool named =
        std::any_of(labels.last().begin(), labels.last().end(), [](char c) { return c < '0' || c > '9'; });
    return labels.size() >= 2 && named &&
           std::all_of(labels.begin(), labels.end(), [](const QByteArray &l) { return isLabel(l); });
}

QByteArray asciiDomain(QStringView domain)
{
    const bool ascii = std::all_of(domain.begin(), domain.end(), [](QChar c) { return c.unicode() < 0x80; });
    // toAce() costs much more than what nearly every domain needs. It also knows the other dots (U+3002 ...).
    return ascii ? domain.toLatin1().toLower() : QUrl::toAce(domain.toString()).toLower();
}

} // namespace

std::optional<QString> normalisedEmail(QStringView input)
{
    const QStringView text = input.trimmed();
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0 || text.size() > longestInput)
        return std::nullopt;
    const QString local = text.left(at).toString().normalized(QString::NormalizationForm_C);
    if (!isLocalPart(local))
        return std::nullopt;
    const QByteArray domain = asciiDomain(text.mid(at + 1));
    if (!isDomain(domain) || local.toUtf8().size() + 1 + domain.size() > longestAddress)
        return std::nullopt;
    return local + u'@' + QString::fromLatin1(domain);
}

QString displayEmail(QStringView normalised)
{
    const qsizetype at = normalised.lastIndexOf(u'@');
    if (at < 0)
        return normalised.toString();
    return normalised.left(at + 1).toString() + QUrl::fromAce(normalised.mid(at + 1).toLatin1());
}

} // namespace domain
