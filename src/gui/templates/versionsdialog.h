#pragma once

#include "domain/template/templaterecord.h"

#include <QDialog>

class QPushButton;
class QTextBrowser;

namespace gui {

class ChoiceList;

/// The texts a template had, each with its difference to what is in the editor. GUI thread.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    VersionsDialog(QList<domain::TemplateVersion> versions, domain::TemplateRecord current, domain::Instant now,
                   QWidget *parent);

Q_SIGNALS:
    void restoreWanted(domain::TemplateVersionId id);

private:
    void showVersion(int row);
    [[nodiscard]] domain::TemplateVersion currentOf(const QString &language) const;
    [[nodiscard]] static QString wholeOf(const domain::TemplateVersion &version);

    QList<domain::TemplateVersion> m_versions;
    domain::TemplateRecord m_current;
    ChoiceList *m_list;
    QTextBrowser *m_text;
    QPushButton *m_restore;
};

} // namespace gui
