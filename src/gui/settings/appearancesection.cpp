#include "gui/frame/language.h"
#include "gui/kit/form.h"
#include "gui/settings/sections.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace gui {

AppearanceSection::AppearanceSection(const PageContext &context, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *form = new Form(this);
    column->addWidget(form);
    auto *language = new QComboBox;
    language->setObjectName(u"language"_s);
    language->addItem(tr("System"), QString());
    for (const auto &[code, name] : Language::available())
        language->addItem(name, code);
    auto *appearance = new QComboBox;
    appearance->setObjectName(u"appearance"_s);
    appearance->addItem(tr("System"), int(Appearance::System));
    appearance->addItem(tr("Light"), int(Appearance::Light));
    appearance->addItem(tr("Dark"), int(Appearance::Dark));
    form->addSection(tr("Language and appearance"));
    Field *field = form->add(tr("Language"), language);
    form->add(tr("Appearance"), appearance);
    if (context.settings) {
        language->setCurrentIndex(std::max(0, language->findData(context.settings->value(u"language"_s).toString())));
        appearance->setCurrentIndex(
            std::max(0, appearance->findData(context.settings->value(u"appearance"_s, 0).toInt())));
    }
    connect(language, &QComboBox::activated, this, [settings = context.settings, language, field] {
        if (settings)
            settings->setValue(u"language"_s, language->currentData());
        field->setHelp(tr("The window speaks it from the next start on."));
    });
    connect(appearance, &QComboBox::activated, this, [settings = context.settings, theme = context.theme, appearance] {
        if (settings)
            settings->setValue(u"appearance"_s, appearance->currentData());
        if (theme)
            theme->setAppearance(static_cast<Appearance>(appearance->currentData().toInt()));
    });
}

} // namespace gui
