#pragma once

#include <QWidget>

namespace gui {

/// A phone with one message on it, as its owner would see it. GUI thread.
class PhonePicture : public QWidget
{
    Q_OBJECT

public:
    explicit PhonePicture(QWidget *parent = nullptr);
    void setSender(const QString &sender);
    void setText(const QString &text);
    /// Dims the picture: the text cannot be rendered as it stands.
    void setStale(bool stale);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override { return {260, 330}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_sender;
    QString m_text;
    bool m_stale = false;
};

} // namespace gui
