#pragma once

#include "gui/settings/routerules.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace gui {

class CountryPicker;
class Field;
class Form;
class RouteWays;

/// Edits a copy of a rule; the owner saves it with the others. GUI thread; deletes itself.
class RouteDialog : public QDialog
{
    Q_OBJECT

public:
    /// `others`: the rules beside this one, whose cases it must not take. Without ways: a new one.
    RouteDialog(const RouteRule &rule, const QList<RouteRule> &others, const QList<engine::ProviderRow> &providers,
                QWidget *parent);
    [[nodiscard]] RouteRule rule() const;
    void showError(const domain::Error &error);

Q_SIGNALS:
    void saveWanted();

private:
    void addCase(const RouteRule &rule);
    void addButtons(bool isNew);
    void channelChanged();
    [[nodiscard]] QString caseProblem() const;
    [[nodiscard]] QString wayProblem() const;
    [[nodiscard]] domain::Channel channel() const;

    QList<RouteRule> m_others;
    QList<engine::ProviderRow> m_providers;
    Form *m_form;
    QComboBox *m_channel;
    QComboBox *m_category;
    CountryPicker *m_countries;
    Field *m_countryField = nullptr;
    RouteWays *m_ways;
    QLabel *m_problem;
};

} // namespace gui
