#pragma once

#include "engine/client/cancellation.h"
#include "engine/client/models.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QTimer;

namespace engine {
class EngineClient;
}

namespace gui {

class FigureLabel;

/// How many contacts a condition finds, of how many, and some of them by name. Asks a moment after the last change;
/// answers to older questions are dropped. GUI thread.
class AudiencePreview : public QWidget
{
    Q_OBJECT

public:
    /// `client` may be null: then it is fed by showCount() and showSample(). Borrowed.
    explicit AudiencePreview(engine::EngineClient *client, QWidget *parent = nullptr);

    /// A condition as it is stored; empty optional: it is not complete, what is shown is marked as old.
    void setCondition(const std::optional<QString> &condition);
    void showCount(qint64 count, qint64 all);
    void showSample(const QList<engine::ContactRow> &rows);
    /// In one line and without names, where there is no room beside the condition.
    void setStrip(bool isStrip);

Q_SIGNALS:
    /// All of them are to be looked at.
    void listWanted();

private:
    void ask();
    void showStale(bool stale);

    engine::EngineClient *m_client;
    std::optional<QString> m_condition;
    quint64 m_question = 0;
    engine::Cancellation m_cancellation;
    qint64 m_count = -1;
    qint64 m_all = -1;
    QTimer *m_pause;
    QBoxLayout *m_column;
    QLabel *m_figure;
    QLabel *m_share;
    QLabel *m_sampleHead;
    QListWidget *m_sample;
    QPushButton *m_list;
};

} // namespace gui
