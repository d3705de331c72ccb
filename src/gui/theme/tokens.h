#pragma once

#include <QColor>
#include <QPalette>

#include <array>

// look.md, "Tokens": the only place with colours, sizes and distances. Pure values, any thread.

namespace gui {

enum class Scheme { Light, Dark };

/// What a mark says, never by colour alone: a word or an icon stands beside it.
enum class Tone { Delivered, OnTheWay, Waiting, Doubt, Failed, Skipped, Accent, Neutral };

struct Tokens
{
    QColor window;
    QColor surface;
    QColor raised;
    QColor border;
    QColor strongBorder;
    QColor text;
    QColor secondary;
    QColor disabled;
    QColor accent;
    QColor accentTint;
    QColor onAccent; ///< text on a primary button
    QColor sun;      ///< the brand mark, never text
    std::array<QColor, 6> states;

    [[nodiscard]] QColor of(Tone tone) const;
    /// A faint ground in the tone, for pills and notices on a surface.
    [[nodiscard]] QColor tintOf(Tone tone) const;
    /// Ground of a row or button under the pointer.
    [[nodiscard]] QColor hover() const;
};

[[nodiscard]] const Tokens &tokens(Scheme scheme);
/// The scheme of a palette of ours, so that a widget that paints itself needs nothing but its own. By the border role,
/// which no style sheet rule changes (a rule's background and colour end in the widget's palette).
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
/// The scheme of a palette that is not ours: the system's.
[[nodiscard]] Scheme systemSchemeOf(const QPalette &palette);
[[nodiscard]] const Tokens &tokensOf(const QPalette &palette);
/// WCAG 2 contrast, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// Distances in device-independent pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace space

namespace size {
inline constexpr int row = 36;
inline constexpr int control = 32;
inline constexpr int icon = 16;
inline constexpr int bigIcon = 22;
inline constexpr int pill = 20;
inline constexpr int radius = 6;
inline constexpr int cardRadius = 10;
inline constexpr int sidebar = 208;
inline constexpr int sidebarCollapsed = 56;
inline constexpr int formWidth = 640;
inline constexpr int detailWidth = 400;
inline constexpr int overlayBelow = 1100; ///< width of the window under which side panels lie over the content
} // namespace size

/// Font sizes in pixels.
namespace type {
inline constexpr int caption = 12;
inline constexpr int body = 13;
inline constexpr int section = 15;
inline constexpr int title = 20;
inline constexpr int figure = 28;
} // namespace type

} // namespace gui
