#include "gui/inbox/conversationlist.h"

#include "gui/inbox/inboxwords.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int rowHeight = 60;
constexpr int lineHeight = 20;
constexpr int dotSize = 8;

class ConversationDelegate : public QStyledItemDelegate
{
public:
    ConversationDelegate(ConversationList *list, ConversationModel &model, std::function<domain::Instant()> now)
        : QStyledItemDelegate(list), m_list(list), m_model(model), m_now(std::move(now))
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {80, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        const engine::ConversationRow &row = m_model.rowAt(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(selected && m_list->hasFocus() ? QPen(t.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected                                         ? t.accentTint
                          : option.state.testFlag(QStyle::State_MouseOver) ? t.hover()
                                                                           : QColor(Qt::transparent));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), size::radius, size::radius);
        const QRect rect = option.rect.adjusted(space::xl, space::s + 2, -space::l, -space::s);
        if (row.unread > 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.accent);
            painter->drawEllipse(
                QRectF(option.rect.left() + space::m - 1, rect.top() + (lineHeight - dotSize) / 2.0, dotSize, dotSize));
        }
        paintName(*painter, QRect(rect.left(), rect.top(), rect.width(), lineHeight), row, t);
        paintText(*painter, QRect(rect.left(), rect.top() + lineHeight + 2, rect.width(), lineHeight), row, t,
                  option.palette);
        painter->restore();
    }

private:
    void paintName(QPainter &painter, QRect line, const engine::ConversationRow &row, const Tokens &t) const
    {
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(row.unread > 0 ? t.accent : t.secondary);
        const QString when = relativeTime(row.lastAt, m_now());
        painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter), when);
        line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(when) - space::s);
        const QRect picture(line.left(), line.top() + (lineHeight - size::icon) / 2, size::icon, size::icon);
        icon(iconNameFor(row.channel)).paint(&painter, picture);
        line.setLeft(picture.right() + 1 + space::s - 2);
        QFont font = fontFor(TextRole::Body);
        font.setWeight(row.unread > 0 ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(t.text);
        painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(nameOf(row), Qt::ElideRight, line.width()));
    }

    static void paintText(QPainter &painter, QRect line, const engine::ConversationRow &row, const Tokens &t,
                          const QPalette &palette)
    {
        if (row.isOptedOut) {
            const QString word = ConversationList::tr("opted out");
            const int width = pillWidth(word);
            paintPill(painter, QRect(line.right() - width, line.top(), width, lineHeight), word, Tone::Skipped,
                      palette);
            line.setRight(line.right() - width - space::s);
        }
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(row.unread > 0 ? t.text : t.secondary);
        painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(previewOf(row), Qt::ElideRight, line.width()));
    }

    ConversationList *m_list;
    ConversationModel &m_model;
    std::function<domain::Instant()> m_now;
};

} // namespace

QList<Column<engine::ConversationRow>> conversationColumns(std::function<domain::Instant()> now)
{
    Column<engine::ConversationRow> only;
    only.id = u"conversation"_s;
    only.title = ConversationList::tr("Conversation");
    only.stretches = true;
    only.cell = [now = std::move(now)](const engine::ConversationRow &row) {
        Cell cell;
        cell.text = nameOf(row);
        QStringList rest{wordFor(row.channel)};
        if (row.unread > 0)
            rest << ConversationList::tr("%Ln unread", nullptr, row.unread);
        if (row.isOptedOut)
            rest << ConversationList::tr("opted out");
        rest << previewOf(row) << relativeTime(row.lastAt, now());
        cell.secondary = rest.join(u", "_s);
        cell.tip = row.contactName.isEmpty() ? QString() : addressOf(row);
        return cell;
    };
    return {only};
}

ConversationList::ConversationList(ConversationModel &model, std::function<domain::Instant()> now, QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"conversations"_s);
    setProperty("kind", u"choices"_s);
    setAccessibleName(tr("Conversations, the last written first"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setModel(&model);
    setItemDelegate(new ConversationDelegate(this, model, std::move(now)));
}

} // namespace gui
