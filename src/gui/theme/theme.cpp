#include "gui/theme/theme.h"

#include "gui/theme/icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QRadioButton>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>

using namespace Qt::StringLiterals;

static void loadAssets()
{
    Q_INIT_RESOURCE(theme); // a static library's resources are linked only when asked for
}

namespace gui {

namespace {

/// The desktop's interface font, or Inter where the platform has nothing better than a generic name.
QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    static const QStringList generic{
        u"Sans Serif"_s, u"Sans"_s,  u"sans-serif"_s, u"DejaVu Sans"_s, u"Bitstream Vera Sans"_s,
        u"Helvetica"_s,  u"Arial"_s, u"fixed"_s,      QString()};
    if (generic.contains(font.family(), Qt::CaseInsensitive) && QFontDatabase::families().contains(u"Inter"_s))
        font.setFamilies({u"Inter"_s});
    font.setPixelSize(type::body);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString roleName(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return u"body"_s;
    case TextRole::Secondary:
        return u"secondary"_s;
    case TextRole::Caption:
        return u"caption"_s;
    case TextRole::Section:
        return u"section"_s;
    case TextRole::Title:
        return u"title"_s;
    case TextRole::Figure:
        return u"figure"_s;
    case TextRole::Error:
        return u"error"_s;
    case TextRole::Warning:
        return u"warning"_s;
    case TextRole::Mono:
        return u"mono"_s;
    }
    return {};
}

void setKind(QPushButton *button, const QString &kind)
{
    button->setProperty("kind", kind);
    repolish(button);
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent), m_application(application), m_systemScheme(systemSchemeOf(application.palette()))
{
    loadAssets();
    useIconTheme();
    m_application.setFont(interfaceFont());
    m_application.setStyle(QStyleFactory::create(u"Fusion"_s));
    m_scheme = m_systemScheme;
    apply();
    m_application.installEventFilter(this);
}

void Theme::setSystemScheme(Scheme scheme)
{
    if (scheme == m_systemScheme)
        return;
    m_systemScheme = scheme;
    setAppearance(m_appearance);
}

// The desktop's own palette shows only while none of ours is set.
void Theme::readSystemScheme()
{
    m_reading = true;
    QApplication::setPalette(QPalette());
    const Scheme system = systemSchemeOf(QApplication::palette());
    QApplication::setPalette(paletteFor(m_scheme));
    m_reading = false;
    setSystemScheme(system);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && !m_reading) {
        // it comes once for each window
        m_reading = true;
        QMetaObject::invokeMethod(this, &Theme::readSystemScheme, Qt::QueuedConnection);
    } else if (event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool enter = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
        auto *button = qobject_cast<QAbstractButton *>(watched);
        const bool isChoice = qobject_cast<QRadioButton *>(button) || qobject_cast<QCheckBox *>(button);
        if (enter && pressed->modifiers() == Qt::NoModifier && button && button->isEnabled() && !isChoice) {
            button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    const Scheme wanted = appearance == Appearance::System  ? m_systemScheme
                          : appearance == Appearance::Light ? Scheme::Light
                                                            : Scheme::Dark;
    if (wanted == m_scheme)
        return;
    m_scheme = wanted;
    apply();
}

void Theme::apply()
{
    m_application.setPalette(paletteFor(m_scheme));
    m_application.setStyleSheet(styleSheetFor(m_scheme));
    Q_EMIT changed();
}

QPalette paletteFor(Scheme scheme)
{
    const Tokens &t = tokens(scheme);
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.window);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.secondary);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.of(Tone::Failed));
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.border);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.strongBorder);
    p.setColor(QPalette::Shadow, t.strongBorder);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    return p;
}

QFont fontFor(TextRole role)
{
    QFont font = QApplication::font();
    switch (role) {
    case TextRole::Body:
    case TextRole::Secondary:
    case TextRole::Error:
    case TextRole::Warning:
        break;
    case TextRole::Caption:
        font.setPixelSize(type::caption);
        break;
    case TextRole::Section:
        font.setPixelSize(type::section);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Title:
        font.setPixelSize(type::title);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Figure:
        font.setPixelSize(type::figure);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Mono:
        font.setFamilies({u"DejaVu Sans Mono"_s, u"monospace"_s});
        font.setPixelSize(type::caption);
        break;
    }
    return font;
}

void setRole(QLabel *label, TextRole role)
{
    label->setProperty("role", roleName(role));
    repolish(label);
}

QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setRole(label, role);
    return label;
}

void makePrimary(QPushButton *button) { setKind(button, u"primary"_s); }

void makeDangerous(QPushButton *button) { setKind(button, u"danger"_s); }

void makeLink(QPushButton *button)
{
    setKind(button, u"link"_s);
    button->setCursor(Qt::PointingHandCursor);
}

void repolish(QWidget *widget)
{
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return; // it will be, as it is then, once it is shown
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace gui
