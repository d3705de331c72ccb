#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace gui {

/// Any number of countries: a list to tick in, with a search over it and what is chosen under it. GUI thread.
class CountryPicker : public QWidget
{
    Q_OBJECT

public:
    /// `none` says what it means that none is chosen.
    explicit CountryPicker(const QString &none, QWidget *parent = nullptr);

    void setCountries(const QStringList &codes);
    /// By name.
    [[nodiscard]] QStringList countries() const;

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void sayChosen();

    QString m_none;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_chosen;
};

} // namespace gui
