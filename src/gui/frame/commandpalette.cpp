#include "gui/frame/commandpalette.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int paletteWidth = 560;
constexpr int rowHeight = 36;
constexpr int mostRows = 9;
constexpr int pauseMs = 90;
constexpr int NoteRole = Qt::UserRole + 1;

/// Icon, title, and what it is at the right.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect ground = option.rect.adjusted(space::xs, 0, -space::xs, 0);
        if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? t.accentTint : t.hover());
            painter->drawRoundedRect(ground, size::radius, size::radius);
        }
        QRect rect = ground.adjusted(space::m, 0, -space::m, 0);
        const QRect picture(rect.left(), rect.center().y() - size::icon / 2 + 1, size::icon, size::icon);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
        rect.setLeft(picture.right() + 1 + space::m);
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(t.secondary);
        const QString note = index.data(NoteRole).toString();
        painter->drawText(rect, int(Qt::AlignRight | Qt::AlignVCenter), note);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(note) - space::m);
        painter->setFont(fontFor(TextRole::Body));
        painter->setPen(t.text);
        painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }
};

/// Every typed word begins a word of the title or note.
bool matches(const PaletteItem &item, const QString &text)
{
    const QString words = u' ' + item.title + u' ' + item.note;
    const QStringList typed = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(typed.begin(), typed.end(),
                       [&](const QString &word) { return words.contains(u' ' + word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(QWidget *over)
    : QFrame(over), m_field(new QLineEdit(this)), m_list(new QListView(this)), m_model(new QStandardItemModel(this)),
      m_pause(new QTimer(this))
{
    setProperty("kind", u"raised"_s);
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Search and commands"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, space::xs);
    column->setSpacing(0);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(tr("Find a contact, template, campaign, message, page or action"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_found.clear();
        ++m_question;
        fill();
        m_pause->start();
    });
    connect(m_pause, &QTimer::timeout, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    over->installEventFilter(this);
    hide();
}

void CommandPalette::open()
{
    m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    m_found.clear();
    fill();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    ++m_question;
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::search()
{
    const QString text = m_field->text().trimmed();
    if (text.size() < 2)
        return;
    m_found = QList<QList<PaletteItem>>(m_sources.size());
    const quint64 question = ++m_question;
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        m_sources.at(i)(text, [self = QPointer(this), i, question](QList<PaletteItem> items) {
            if (!self || self->m_question != question)
                return;
            self->m_found[i] = std::move(items);
            self->fill();
        });
    }
}

void CommandPalette::fill()
{
    const QString text = m_field->text().trimmed();
    const int current = m_list->currentIndex().row();
    m_shown.clear();
    for (const PaletteItem &item : std::as_const(m_fixed))
        if (matches(item, text))
            m_shown.append(item);
    for (const auto &items : std::as_const(m_found))
        m_shown.append(items);
    m_model->clear();
    for (const PaletteItem &item : std::as_const(m_shown)) {
        auto *row = new QStandardItem(icon(item.iconName), item.title);
        row->setData(item.note, NoteRole);
        row->setData(u"%1, %2"_s.arg(item.title, item.note), Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    if (m_shown.isEmpty() && !text.isEmpty()) {
        auto *none = new QStandardItem(tr("Nothing is called '%1'.").arg(text));
        none->setEnabled(false);
        m_model->appendRow(none);
    }
    if (!m_shown.isEmpty())
        m_list->setCurrentIndex(m_model->index(std::clamp(current, 0, m_model->rowCount() - 1), 0));
    place();
}

void CommandPalette::place()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + space::xs);
    const int width = std::min(paletteWidth, parentWidget()->width() - 2 * space::l);
    resize(width, m_field->sizeHint().height() + m_list->height() + space::s);
    move((parentWidget()->width() - width) / 2, std::min(96, parentWidget()->height() / 10));
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_shown.size())
        return;
    const auto run = m_shown.at(row).run;
    close();
    if (run)
        run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() && !isAncestorOf(QApplication::focusWidget()) &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        m_focusBefore.clear();
        close();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (rows > 0)
            m_list->setCurrentIndex(m_model->index((row + (key == Qt::Key_Down ? 1 : rows - 1)) % rows, 0));
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (rows > 0)
            m_list->setCurrentIndex(
                m_model->index(std::clamp(row + (key == Qt::Key_PageDown ? mostRows : -mostRows), 0, rows - 1), 0));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the field is all there is
    default:
        return false;
    }
}

} // namespace gui
