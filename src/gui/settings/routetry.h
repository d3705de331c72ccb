#pragma once

#include "gui/kit/card.h"

#include "engine/client/models.h"

class QComboBox;
class QLineEdit;

namespace gui {

class Field;

/// 'Which way would it go?': an address and a category in, the accounts in their order with the reason and the price
/// out. GUI thread.
class RouteTry : public Card
{
    Q_OBJECT

public:
    explicit RouteTry(QWidget *parent = nullptr);
    [[nodiscard]] engine::RouteQuestion question() const;
    void showAnswer(const engine::RouteExplanation &answer);
    void showError(const domain::Error &error);
    /// What was answered holds no more.
    void forget();

Q_SIGNALS:
    void asked();

private:
    void addQuestion();
    void clear();
    void addWords(const QString &text, bool isBad);
    void addStep(const engine::RouteExplanation::Step &step);

    QComboBox *m_channel;
    QComboBox *m_category;
    QLineEdit *m_to;
    Field *m_toField = nullptr;
    QWidget *m_answer;
};

/// "$0.0079 a segment".
[[nodiscard]] QString priceWords(const domain::Price &price);

} // namespace gui
