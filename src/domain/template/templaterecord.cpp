#include "domain/template/templaterecord.h"

namespace domain {

const TemplateVersion *versionFor(const TemplateRecord &record, const QString &language)
{
    if (record.current.isEmpty())
        return nullptr;
    const QStringView base = QStringView(language).left(language.indexOf(u'-'));
    if (!language.isEmpty())
        for (const QStringView wanted : {QStringView(language), base})
            for (const TemplateVersion &version : record.current)
                if (version.language.compare(wanted, Qt::CaseInsensitive) == 0)
                    return &version;
    return &record.current.constFirst();
}

} // namespace domain
