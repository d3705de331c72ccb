#pragma once

#include "gui/theme/tokens.h"

#include <QLabel>
#include <QObject>
#include <QPushButton>

class QApplication;

namespace gui {

/// What a person chose in Settings.
enum class Appearance { System, Light, Dark };

/// What a text is; the style sheet gives it size, weight and colour.
enum class TextRole { Body, Secondary, Caption, Section, Title, Figure, Error, Warning, Mono };

/// Puts palette, style, font and style sheet on the application and changes them at run time; follows the desktop
/// between light and dark; lets Enter press the button that has the focus. One for each program, made before any
/// widget; lives in the GUI thread, owned by `app`.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /// What the desktop shows now; followed where the person chose no other.
    void setSystemScheme(Scheme scheme);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void readSystemScheme();

    QApplication &m_application;
    Scheme m_systemScheme;
    Appearance m_appearance = Appearance::System;
    Scheme m_scheme = Scheme::Light;
    bool m_reading = false;
};

[[nodiscard]] QPalette paletteFor(Scheme scheme);
[[nodiscard]] QString styleSheetFor(Scheme scheme);
/// The application's font at the size and weight of a role, for what is painted by hand.
[[nodiscard]] QFont fontFor(TextRole role);

void setRole(QLabel *label, TextRole role);
[[nodiscard]] QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent = nullptr);
/// The one button of a page or dialog that goes on.
void makePrimary(QPushButton *button);
/// A button that deletes or stops: named in the colour of failure.
void makeDangerous(QPushButton *button);
/// A button that looks like a link.
void makeLink(QPushButton *button);
/// Re-reads the style sheet's property selectors after a property of `widget` changed.
void repolish(QWidget *widget);

} // namespace gui
