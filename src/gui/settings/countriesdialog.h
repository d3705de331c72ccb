#pragma once

#include <QDialog>

namespace gui {

class CountryPicker;

/// The countries messages may go to. The owner saves what it answers with. GUI thread; deletes itself.
class CountriesDialog : public QDialog
{
    Q_OBJECT

public:
    CountriesDialog(const QStringList &countries, QWidget *parent);
    [[nodiscard]] QStringList countries() const;

private:
    CountryPicker *m_picker;
};

} // namespace gui
