#include "gui/theme/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

/// Takes the shape of a theme's icon and fills it with a token's colour at the moment of painting, so that a change
/// between light and dark needs no new icons. GUI thread; owned by its QIcon.
class OneColourEngine : public QIconEngine
{
public:
    OneColourEngine(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &wanted, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(wanted, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &wanted, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        const Tokens &t = tokensOf(QApplication::palette());
        QColor colour = t.of(m_tone);
        if (mode == QIcon::Disabled)
            colour = t.disabled;
        else if (m_tone == Tone::Neutral && (state == QIcon::On || mode == QIcon::Selected))
            colour = t.accent;
        const QString key = u"heliograph/%1/%2/%3x%4/%5"_s.arg(m_name, colour.name(QColor::HexArgb))
                                .arg(wanted.width())
                                .arg(wanted.height())
                                .arg(ratio);
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        const QIcon source = m_name.startsWith(u':') ? QIcon(m_name) : QIcon::fromTheme(m_name);
        // Breeze draws each size on its own grid: ask for the nearest one at or above the size on screen.
        const QPixmap shape = source.pixmap(wanted, 1.0);
        result = QPixmap(wanted);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize at = shape.size().scaled(wanted, Qt::KeepAspectRatio);
        painter.drawPixmap(QRect(QPoint((wanted.width() - at.width()) / 2, (wanted.height() - at.height()) / 2), at),
                           shape);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(result.rect(), colour);
        painter.end();
        result.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, result);
        return result;
    }

    QIconEngine *clone() const override { return new OneColourEngine(*this); }
    QString key() const override { return u"heliograph"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !m_name.startsWith(u':') && QIcon::fromTheme(m_name).isNull(); }

private:
    QString m_name;
    Tone m_tone;
};

} // namespace

void useIconTheme()
{
    QStringList paths = QIcon::themeSearchPaths();
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        const QString folder = data + u"/icons"_s;
        if (!paths.contains(folder))
            paths.append(folder);
    }
    if (!paths.contains(u"/usr/share/icons"_s))
        paths.append(u"/usr/share/icons"_s);
    QIcon::setThemeSearchPaths(paths);
    QIcon::setThemeName(u"breeze"_s);
    QIcon::setFallbackThemeName(u"breeze"_s);
}

QIcon icon(const QString &name, Tone tone) { return QIcon(new OneColourEngine(name, tone)); }

QIcon closeIcon()
{
    return icon(u":/heliograph/close.svg"_s); // breeze's own is a filled disc
}

QIcon brandIcon() { return QIcon(u":/heliograph/brand.svg"_s); }

} // namespace gui
