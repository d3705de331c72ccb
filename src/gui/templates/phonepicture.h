#pragma once

#include "domain/template/providertext.h"

#include <QWidget>

namespace gui {

/// A phone with one message on it, as its owner would see it. GUI thread.
class PhonePicture : public QWidget
{
    Q_OBJECT

public:
    explicit PhonePicture(QWidget *parent = nullptr);
    void setSender(const QString &sender);
    void setText(const QString &text) { setMessage({{}, text, {}, {}}); }
    /// A message of parts: a head, small print and buttons beside its text.
    void setMessage(const domain::ProviderText &message);
    /// What stands there while there is no text.
    void setHint(const QString &hint);
    /// Dims the picture: the text cannot be rendered as it stands.
    void setStale(bool stale);
    [[nodiscard]] QString text() const { return m_message.body; }

    [[nodiscard]] QSize sizeHint() const override { return {260, 330}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHead(QPainter &painter, const QRectF &screen) const;
    void paintMessage(QPainter &painter, const QRectF &screen, const QRectF &room) const;

    QString m_sender;
    QString m_hint;
    domain::ProviderText m_message;
    bool m_stale = false;
};

} // namespace gui
