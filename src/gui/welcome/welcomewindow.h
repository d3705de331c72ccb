#pragma once

#include "domain/core/result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace gui {

class Field;

/// What a person says of a new workspace.
struct NewWorkspace
{
    QString path;
    QString name;
    QString country;  ///< ISO alpha-2
    QString timeZone; ///< IANA
};

/// The first window: open a recent workspace, create one, or try the demo. Opens nothing itself. GUI thread, owned by
/// `app`.
class WelcomeWindow : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeWindow(QWidget *parent = nullptr);

    /// Files that still exist are offered, the newest first.
    void setRecent(const QStringList &paths);
    /// While something is being opened nothing else can be asked; `text` says what is going on, empty: ready again.
    void setBusy(const QString &text);
    void showError(const domain::Error &error);

Q_SIGNALS:
    void openWanted(const QString &path);
    void createWanted(const gui::NewWorkspace &workspace);
    void demoWanted();

private:
    void chooseFile();
    void create();
    void showZones(const QString &wanted);
    [[nodiscard]] QWidget *makeStart();
    [[nodiscard]] QWidget *makeForm();

    QLabel *m_message;
    QPushButton *m_demo;
    QWidget *m_recentBox;
    QVBoxLayout *m_recent;
    QWidget *m_body;
    QLineEdit *m_name;
    QComboBox *m_country;
    QComboBox *m_zone;
    Field *m_nameField;
};

} // namespace gui
