#include "gui/templates/providertemplatewords.h"

#include "gui/kit/choices.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::ProviderTemplateWords)
};

QString readable(const QString &word) { return word.toLower().replace(u'_', u' '); }

} // namespace

QString templateLanguage(const QString &language)
{
    const QString name = languageName(QString(language).replace(u'_', u'-'));
    return name == language || name.isEmpty() ? language
                                              : Words::tr("%1, %2", "language and its code").arg(name, language);
}

QString templateCategory(const QString &category)
{
    if (category == "MARKETING"_L1)
        return Words::tr("Marketing");
    if (category == "UTILITY"_L1)
        return Words::tr("Utility");
    if (category == "AUTHENTICATION"_L1)
        return Words::tr("Authentication");
    return readable(category);
}

QString templateState(const QString &state)
{
    if (state == "APPROVED"_L1)
        return Words::tr("Approved");
    if (state == "PENDING"_L1)
        return Words::tr("In review");
    if (state == "REJECTED"_L1)
        return Words::tr("Rejected");
    if (state == "PAUSED"_L1)
        return Words::tr("Paused");
    if (state == "DISABLED"_L1)
        return Words::tr("Switched off");
    if (state == "IN_APPEAL"_L1)
        return Words::tr("In appeal");
    return readable(state);
}

Tone templateTone(const QString &state)
{
    if (state == "APPROVED"_L1)
        return Tone::Delivered;
    if (state == "PENDING"_L1 || state == "IN_APPEAL"_L1)
        return Tone::Waiting;
    if (state == "PAUSED"_L1)
        return Tone::Doubt;
    return Tone::Failed;
}

QString templateObstacle(const domain::ProviderTemplate &known)
{
    const QString reason =
        known.reason.isEmpty() ? QString() : u' ' + Words::tr("Reason given: %1.").arg(readable(known.reason));
    switch (domain::obstacleOf(known)) {
    case domain::TemplateObstacle::None:
        return {};
    case domain::TemplateObstacle::NeedsMedia:
        return Words::tr("It has a picture, film or file in its head, which cannot be sent from here.");
    case domain::TemplateObstacle::NeedsMore:
        return Words::tr("It has parts that take more than text, which cannot be sent from here.");
    case domain::TemplateObstacle::NotApproved:
        break;
    }
    if (known.state == "PENDING"_L1)
        return Words::tr("WhatsApp has not approved it yet.") + reason;
    if (known.state == "REJECTED"_L1)
        return Words::tr("WhatsApp has rejected it.") + reason;
    if (known.state == "PAUSED"_L1)
        return Words::tr("WhatsApp has paused it, because people complained or did not read it.") + reason;
    if (known.state == "DISABLED"_L1)
        return Words::tr("WhatsApp has switched it off.") + reason;
    return Words::tr("WhatsApp does not send it in this state: %1.").arg(templateState(known.state)) + reason;
}

} // namespace gui
