#pragma once

#include "gui/accessibility.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QTest>

namespace checks {

/// Looks at widgets as a person would, in one theme: every control has a name and is reached, no text is cut, nothing
/// lies over another. Where the environment names a folder in HELIOGRAPH_SHOTS, a picture of each is left there.
class Looks
{
public:
    explicit Looks(bool dark) : m_theme(*qApp), m_dark(dark)
    {
        m_theme.setAppearance(dark ? gui::Appearance::Dark : gui::Appearance::Light);
    }

    /// The rows of a data function: `dark`, and the `size` of a page within the window.
    static void addRows()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light, large") << false << QSize(1232, 860);
        QTest::newRow("dark, small") << true << QSize(816, 660);
    }

    void at(QWidget &shown, const QString &name)
    {
        for (int i = 0; i < 4; ++i)
            QApplication::sendPostedEvents();
        if (const QString folder = qEnvironmentVariable("HELIOGRAPH_SHOTS"); !folder.isEmpty())
            shown.grab().save(folder + u'/' + name + (m_dark ? QStringLiteral("-dark") : QStringLiteral("-light")) +
                              QStringLiteral(".png"));
        const QStringList faults = unnamedControls(shown) + cutTexts(shown) + unreachable(shown) + overlaps(shown);
        for (const QString &fault : faults)
            m_faults << name + QStringLiteral(": ") + fault;
    }
    [[nodiscard]] const QStringList &faults() const { return m_faults; }

private:
    gui::Theme m_theme;
    bool m_dark;
    QStringList m_faults;
};

} // namespace checks
