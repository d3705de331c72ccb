#include "gui/kit/datatable.h"
#include "gui/kit/figures.h"
#include "gui/kit/statepill.h"
#include "gui/theme/icons.h"

#include <QPainter>

namespace gui {

namespace {
constexpr int readableRest = 80;
}

TableDelegate::TableDelegate(DataTable *table) : QStyledItemDelegate(table), m_table(table) {}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    QFont font = fontFor(TextRole::Body);
    if (index.data(StrongRole).toBool())
        font.setWeight(QFont::DemiBold);
    return {QFontMetrics(font).horizontalAdvance(text) + 2 * space::m + 1, size::row};
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();

    painter->fillRect(option.rect, selected ? t.accentTint : t.surface);
    if (!selected && index.row() == m_table->hoveredRow())
        painter->fillRect(option.rect, t.hover());
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    // the row the keyboard is on
    const bool current = m_table->hasFocus() && m_table->currentIndex().row() == index.row();
    if (current && m_table->horizontalHeader()->visualIndex(index.column()) == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()), t.accent);

    QRect rect = option.rect.adjusted(space::m, 0, -space::m, -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (const QVariant progress = index.data(ProgressRole); progress.isValid()) {
        painter->setRenderHint(QPainter::Antialiasing);
        const int label = text.isEmpty() ? 0 : figuresWidth(QFontMetrics(fontFor(TextRole::Caption)), text) + space::s;
        const QRectF track(rect.left(), rect.center().y() - 1, std::max(0, rect.width() - label), 4);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.border);
        painter->drawRoundedRect(track, 2, 2);
        const double share = std::clamp(progress.toDouble(), 0.0, 1.0);
        if (share > 0) {
            const QVariant tone = index.data(ToneRole);
            painter->setBrush(tone.isValid() ? t.of(static_cast<Tone>(tone.toInt())) : t.accent);
            painter->drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(4.0, track.width() * share), 4)), 2, 2);
        }
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(t.secondary);
        drawFigures(*painter, rect, Qt::AlignRight | Qt::AlignVCenter, text);
        painter->restore();
        return;
    }
    if (const QVariant tone = index.data(ToneRole); tone.isValid()) {
        const int taken = paintPill(*painter, rect, text, static_cast<Tone>(tone.toInt()), option.palette);
        rect.setLeft(rect.left() + taken + space::s);
        if (const QString more = index.data(SecondaryRole).toString(); !more.isEmpty() && rect.width() > space::xl) {
            painter->setFont(fontFor(TextRole::Caption));
            painter->setPen(t.secondary);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(more, Qt::ElideRight, rect.width()));
        }
        painter->restore();
        return;
    }
    if (const QString name = index.data(IconNameRole).toString(); !name.isEmpty()) {
        const QRect at(rect.left(), rect.center().y() - size::icon / 2, size::icon, size::icon);
        icon(name).paint(painter, at);
        rect.setLeft(at.right() + 1 + space::s);
    }
    QFont font = fontFor(TextRole::Body);
    if (index.data(StrongRole).toBool())
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(index.data(QuietRole).toBool() ? t.secondary : t.text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    if (index.data(FiguresRole).toBool()) {
        drawFigures(*painter, rect, alignment, text);
    } else {
        const QString line = painter->fontMetrics().elidedText(text.simplified(), Qt::ElideRight, rect.width());
        painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, line);
        const QString more = index.data(SecondaryRole).toString();
        const int used = painter->fontMetrics().horizontalAdvance(line) + space::s;
        // a short remnant says nothing: all of it, or enough to be read
        const int room = rect.width() - used;
        if (!more.isEmpty() && (room >= painter->fontMetrics().horizontalAdvance(more) || room > readableRest)) {
            rect.setLeft(rect.left() + used);
            painter->setFont(fontFor(TextRole::Body));
            painter->setPen(t.secondary);
            painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                              painter->fontMetrics().elidedText(more.simplified(), Qt::ElideRight, rect.width()));
        }
    }
    painter->restore();
}

} // namespace gui
