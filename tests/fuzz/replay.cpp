#include "fuzz/fuzz.h"

#include <QDir>
#include <QFile>

/// Runs a fuzz target over the files of a folder: what a test does with the corpus.
int main(int argc, char **argv)
{
    const QDir folder(QFile::decodeName(argc > 1 ? argv[1] : "."));
    const QFileInfoList files = folder.entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray data = file.readAll();
        std::fprintf(stderr, "%s\n", qPrintable(info.fileName()));
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(data.constData()), size_t(data.size()));
    }
    return files.isEmpty() ? 1 : 0;
}
