#include "domain/template/attachment.h"

#include <QCryptographicHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int longestName = 150;

bool isFileName(const QString &name)
{
    return !name.trimmed().isEmpty() && name.size() <= longestName && name != "."_L1 && name != ".."_L1 &&
           std::none_of(name.cbegin(), name.cend(), [](QChar c) {
               return c < u' ' || c == u'\x7f' || c == u'/' || c == u'\\' || c == QChar::LineSeparator ||
                      c == QChar::ParagraphSeparator;
           });
}

// What Windows runs when it is opened, and containers it opens without asking.
bool isRefused(const QString &name)
{
    static const QSet<QString> endings{
        u"ade"_s, u"adp"_s, u"apk"_s,     u"appx"_s, u"appxbundle"_s, u"bat"_s,        u"cab"_s, u"chm"_s, u"cmd"_s,
        u"com"_s, u"cpl"_s, u"diagcab"_s, u"dll"_s,  u"dmg"_s,        u"ex"_s,         u"exe"_s, u"hta"_s, u"img"_s,
        u"ins"_s, u"iso"_s, u"isp"_s,     u"jar"_s,  u"jnlp"_s,       u"js"_s,         u"jse"_s, u"lib"_s, u"lnk"_s,
        u"mde"_s, u"mjs"_s, u"msc"_s,     u"msi"_s,  u"msix"_s,       u"msixbundle"_s, u"msp"_s, u"mst"_s, u"nsh"_s,
        u"pif"_s, u"ps1"_s, u"psc1"_s,    u"reg"_s,  u"scf"_s,        u"scr"_s,        u"sct"_s, u"shb"_s, u"sys"_s,
        u"vb"_s,  u"vbe"_s, u"vbs"_s,     u"vhd"_s,  u"vxd"_s,        u"wsc"_s,        u"wsf"_s, u"wsh"_s, u"xll"_s};
    QString plain = name.trimmed().toLower();
    while (plain.endsWith(u'.') || plain.endsWith(u' ')) // Windows leaves these out
        plain.chop(1);
    return endings.contains(plain.section(u'.', -1)) && plain.contains(u'.');
}

} // namespace

TemplateAttachment attachmentOf(const QString &fileName, const QByteArray &type, const QByteArray &data)
{
    const qsizetype path = std::max(fileName.lastIndexOf(u'/'), fileName.lastIndexOf(u'\\'));
    return {fileName.mid(path + 1), type, QCryptographicHash::hash(data, QCryptographicHash::Blake2b_256),
            static_cast<qint64>(data.size()), data};
}

qint64 sentSize(qint64 size)
{
    const qint64 letters = (size + 2) / 3 * 4;
    return letters + (letters + 75) / 76 * 2;
}

qint64 sentSize(const QList<TemplateAttachment> &files)
{
    qint64 all = 0;
    for (const TemplateAttachment &file : files)
        all += sentSize(file.size);
    return all;
}

std::optional<AttachmentProblem> problemOf(const QList<TemplateAttachment> &files, qint64 most)
{
    QSet<QString> names;
    qint64 all = 0;
    for (const TemplateAttachment &file : files) {
        if (!isFileName(file.name))
            return AttachmentProblem{AttachmentFault::Name, file.name};
        if (isRefused(file.name))
            return AttachmentProblem{AttachmentFault::Refused, file.name};
        if (file.size <= 0)
            return AttachmentProblem{AttachmentFault::Empty, file.name};
        if (names.contains(file.name.toLower()))
            return AttachmentProblem{AttachmentFault::Twice, file.name};
        names.insert(file.name.toLower());
        if (names.size() > attachmentsAtMost)
            return AttachmentProblem{AttachmentFault::TooMany, file.name};
        all += sentSize(file.size);
        if (all > most)
            return AttachmentProblem{AttachmentFault::TooMuch, file.name};
    }
    return std::nullopt;
}

} // namespace domain
