#include "gui/theme/theme.h"

#include <QHash>
#include <QStringView>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

// Fusion draws what is not named here from the palette. @words are tokens, filled in below. Selectors on the
// property "role" (labels), "kind" (buttons, frames) and on object names of the kit; nothing is styled by page.
constexpr QStringView sheet = uR"(
QMainWindow, QDialog, QWizard { background: @window; }
QLabel { background: transparent; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="caption"] { color: @secondary; font-size: 12px; }
QLabel[role="section"] { font-size: 15px; font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="figure"] { font-size: 28px; font-weight: 600; }
QLabel[role="error"] { color: @failed; font-size: 12px; }
QLabel[role="warning"] { color: @doubt; font-size: 12px; }
QLabel[role="mono"] { font-family: "DejaVu Sans Mono", monospace; font-size: 12px; color: @secondary; }
QLabel:disabled { color: @disabled; }

QPushButton { background: @surface; border: 1px solid @strongBorder; border-radius: 6px; padding: 0 12px;
              min-height: 30px; max-height: 30px; color: @text; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: 0; }
QPushButton:hover { background: @hoverSolid; }
QPushButton:pressed, QPushButton:checked { background: @accentTint; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @disabled; background: transparent; border-color: @border; }
QPushButton[kind="primary"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 0 11px; min-height: 28px; max-height: 28px; }
QPushButton[kind="primary"]:disabled { background: @border; border-color: @border; color: @disabled; }
QPushButton[kind="danger"] { color: @failed; }
QPushButton[kind="danger"]:focus { border-color: @failed; }
QPushButton[kind="danger"]:disabled { color: @disabled; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; padding: 0 4px; color: @accent;
                           min-height: 22px; max-height: 22px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: @accent; }
QPushButton[kind="link"]:disabled { color: @disabled; }
QPushButton[kind="chip"] { background: @accentTint; border: 1px solid transparent; border-radius: 12px; padding: 0 8px;
                           min-height: 22px; max-height: 22px; font-size: 12px; }
QPushButton[kind="chip"]:hover { border-color: @accent; }
QPushButton[kind="chip"]:focus { border-color: @accent; }
QPushButton[kind="filter"] { background: transparent; border: 1px dashed @strongBorder; border-radius: 12px;
                             padding: 0 10px; min-height: 22px; max-height: 22px; font-size: 12px; color: @secondary; }
QPushButton[kind="filter"]:hover { color: @text; border-style: solid; }
QPushButton[kind="filter"]:focus { border: 1px solid @accent; }
QPushButton::menu-indicator { width: 0; image: none; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @accentTint; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton:disabled { color: @disabled; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
    background: @surface; border: 1px solid @strongBorder; border-radius: 6px; color: @text;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
    min-height: 30px; max-height: 30px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus { border-color: @accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"],
QDateTimeEdit[invalid="true"] { border-color: @failed; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled,
QDoubleSpinBox:disabled, QDateEdit:disabled, QTimeEdit:disabled, QDateTimeEdit:disabled {
    background: @window; border-color: @border; color: @disabled; }
QLineEdit[readOnly="true"] { background: @window; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
    image: url(:/heliograph/chevron-down-@name.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @strongBorder; outline: 0;
    selection-background-color: @accentTint; selection-color: @text; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button {
    subcontrol-origin: border; subcontrol-position: top right; width: 24px; border: 0; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right; width: 24px; border: 0; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow { image: url(:/heliograph/chevron-up-@name.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow { image: url(:/heliograph/chevron-down-@name.svg); width: 10px; height: 10px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 22px; border: 1px solid transparent; border-radius: 6px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator {
    width: 14px; height: 14px; border: 1px solid @strongBorder; background: @surface; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {
    background: @accent; border-color: @accent; image: url(:/heliograph/check-@name.svg); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; image: url(:/heliograph/mixed-@name.svg); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; background: @onAccent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @window; border-color: @border; }

QMenu { background: @raised; border: 1px solid @strongBorder; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @accentTint; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QToolTip { background: @raised; color: @text; border: 1px solid @strongBorder; padding: 4px 6px; }

QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QFrame#conditionGroup { border: 0; border-left: 2px solid @strongBorder; border-radius: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @strongBorder; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QTableView, QListView, QTreeView { background: @surface; border: 0; outline: 0; alternate-background-color: @surface;
    selection-background-color: @accentTint; selection-color: @text; }
QListView::item { min-height: 28px; padding: 0 8px; }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @accentTint; color: @text; }
QHeaderView { background: @surface; border: 0; }
QHeaderView::section { background: @surface; color: @secondary; border: 0; border-bottom: 1px solid @border;
    padding: 0 12px; min-height: 31px; max-height: 31px; font-size: 12px; font-weight: 500; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow { image: url(:/heliograph/chevron-up-@name.svg); width: 10px; height: 10px; subcontrol-position: center right; right: 2px; }
QHeaderView::down-arrow { image: url(:/heliograph/chevron-down-@name.svg); width: 10px; height: 10px; subcontrol-position: center right; right: 2px; }

QProgressBar { background: @border; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QSplitter::handle { background: @border; }
QTabWidget::pane { border: 0; border-top: 1px solid @border; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent; padding: 7px 4px; margin-right: 16px; color: @secondary; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }

QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[kind="clickable"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[kind="clickable"]:hover, QFrame[kind="clickable"]:focus { border-color: @accent; }
QFrame[kind="line-button"] { border: 1px solid transparent; border-radius: 6px; }
QFrame[kind="line-button"]:hover { background: @hover; }
QFrame[kind="line-button"]:focus { border-color: @accent; }
QFrame[kind="surface"] { background: @surface; border: 0; }
QFrame[kind="raised"] { background: @raised; border: 1px solid @strongBorder; border-radius: 10px; }
QFrame[kind="toast"] { background: @text; border: 0; border-radius: 6px; }
QFrame[kind="toast"] QLabel { color: @surface; }
QFrame[kind="toast"] QPushButton[kind="link"], QFrame[kind="toast"] QPushButton[kind="link"]:focus { color: @toastLink; font-weight: 600; }
QFrame[kind="toast"] QPushButton[kind="link"]:focus { border-color: @toastLink; }
QFrame[kind="line"] { background: @border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="vline"] { background: @border; border: 0; max-width: 1px; min-width: 1px; }
QFrame[kind="notice"] { background: @doubtTint; border: 0; border-radius: 6px; }
QFrame[kind="problem"] { background: @failedTint; border: 0; border-radius: 6px; }
QFrame[kind="hint"] { background: @accentTint; border: 0; border-radius: 6px; }
QFrame[kind="hint-line"] { background: @accentTint; border: 0; border-bottom: 1px solid @border; }
QFrame[kind="rehearsal"] { background: @doubt; border: 0; }
QFrame[kind="rehearsal"] QLabel { color: @surface; font-weight: 600; }
QFrame[kind="panel"] { background: @surface; border: 0; border-left: 1px solid @border; }

QFrame#sidebar { background: @window; border: 0; border-right: 1px solid @border; }
QFrame#sidebar QToolButton { padding: 0 8px; min-height: 32px; max-height: 32px; color: @secondary; text-align: left; }
QFrame#sidebar QToolButton:hover { color: @text; }
QFrame#sidebar QToolButton:checked { background: @accentTint; color: @text; font-weight: 600; }
QFrame#statusStrip { background: @window; border: 0; border-top: 1px solid @border; }
QFrame#statusStrip QLabel { font-size: 12px; color: @secondary; }
QFrame#statusStrip QPushButton[kind="link"] { font-size: 12px; }
QFrame#wizardSteps { background: @window; border: 0; border-right: 1px solid @border; }
QFrame#wizardSummary { background: @window; border: 0; border-left: 1px solid @border; }
QFrame#wizardFoot { background: @surface; border: 0; border-top: 1px solid @border; }
QListView[kind="choices"] { background: transparent; }
QLineEdit#paletteField { border: 0; border-radius: 0; background: transparent; font-size: 15px; min-height: 40px; max-height: 40px; }
QListView#paletteList { background: transparent; }
)";

QString css(const QColor &colour)
{
    if (colour.alpha() == 255)
        return colour.name();
    return u"rgba(%1,%2,%3,%4)"_s.arg(colour.red()).arg(colour.green()).arg(colour.blue()).arg(colour.alpha());
}

QColor mixed(const QColor &ground, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {part(ground.red(), over.red()), part(ground.green(), over.green()), part(ground.blue(), over.blue())};
}

} // namespace

QString styleSheetFor(Scheme scheme)
{
    const Tokens &t = tokens(scheme);
    const Tokens &other = tokens(scheme == Scheme::Light ? Scheme::Dark : Scheme::Light);
    const QHash<QString, QString> words{
        {u"window"_s, css(t.window)},
        {u"surface"_s, css(t.surface)},
        {u"raised"_s, css(t.raised)},
        {u"border"_s, css(t.border)},
        {u"strongBorder"_s, css(t.strongBorder)},
        {u"text"_s, css(t.text)},
        {u"secondary"_s, css(t.secondary)},
        {u"disabled"_s, css(t.disabled)},
        {u"accent"_s, css(t.accent)},
        {u"accentTint"_s, css(t.accentTint)},
        {u"accentHover"_s, css(mixed(t.accent, t.text, 0.12))},
        {u"onAccent"_s, css(t.onAccent)},
        {u"hover"_s, css(t.hover())},
        {u"hoverSolid"_s, css(mixed(t.surface, t.text, 0.045))},
        {u"failed"_s, css(t.of(Tone::Failed))},
        {u"doubt"_s, css(t.of(Tone::Doubt))},
        {u"failedTint"_s, css(t.tintOf(Tone::Failed))},
        {u"doubtTint"_s, css(t.tintOf(Tone::Doubt))},
        {u"toastLink"_s, css(other.accent)}, // a toast is drawn in the opposite scheme
        {u"name"_s, scheme == Scheme::Light ? u"light"_s : u"dark"_s},
    };
    QString result;
    result.reserve(sheet.size() + 2048);
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        if (sheet[i] != u'@') {
            result += sheet[i];
            continue;
        }
        qsizetype end = i + 1;
        while (end < sheet.size() && sheet[end].isLetter())
            ++end;
        const QString word = sheet.sliced(i + 1, end - i - 1).toString();
        Q_ASSERT(words.contains(word));
        result += words.value(word);
        i = end - 1;
    }
    return result;
}

} // namespace gui
