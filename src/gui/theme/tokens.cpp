#include "gui/theme/tokens.h"

#include <cmath>

namespace gui {

namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const QColor c = colour.toRgb();
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Tokens &tokens(Scheme scheme)
{
    static const Tokens light{
        rgb(0xF4F6F8),
        rgb(0xFFFFFF),
        rgb(0xFFFFFF),
        rgb(0xE2E6EA),
        rgb(0xC9D0D8),
        rgb(0x1A1F26),
        rgb(0x56606C),
        rgb(0x9AA3AE),
        rgb(0x0F6E84),
        rgb(0xE3F1F4),
        rgb(0xFFFFFF),
        rgb(0xF2A51A),
        {rgb(0x1B7F4D), rgb(0x2563C9), rgb(0x64707D), rgb(0xA8670A), rgb(0xBF2F2F), rgb(0x8A8F98)}};
    static const Tokens dark{
        rgb(0x14171B),
        rgb(0x1B1F25),
        rgb(0x22272E),
        rgb(0x2A3038),
        rgb(0x3A424D),
        rgb(0xE7EAEE),
        rgb(0x9CA6B3),
        rgb(0x5E6772),
        rgb(0x4FB8CE),
        rgb(0x17323A),
        rgb(0x0C1A1E),
        rgb(0xF2A51A),
        {rgb(0x4CC38A), rgb(0x6EA8FF), rgb(0x98A3B0), rgb(0xE5A33B), rgb(0xFF7B72), rgb(0x777E88)}};
    return scheme == Scheme::Light ? light : dark;
}

QColor Tokens::of(Tone tone) const
{
    switch (tone) {
    case Tone::Delivered:
    case Tone::OnTheWay:
    case Tone::Waiting:
    case Tone::Doubt:
    case Tone::Failed:
    case Tone::Skipped:
        return states[static_cast<size_t>(tone)];
    case Tone::Accent:
        return accent;
    case Tone::Neutral:
        break;
    }
    return secondary;
}

QColor Tokens::tintOf(Tone tone) const
{
    return withAlpha(of(tone), tone == Tone::Skipped || tone == Tone::Waiting || tone == Tone::Neutral ? 0.13 : 0.12);
}

QColor Tokens::hover() const { return withAlpha(text, 0.045); }

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Dark).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

Scheme systemSchemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

const Tokens &tokensOf(const QPalette &palette) { return tokens(schemeOf(palette)); }

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace gui
