#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace bench {

/// Processor time of this process so far, in seconds: what counts where other work shares the machine.
inline double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// Processor time of each thread that lives, in seconds, by its name (threads of one name added up).
inline std::map<std::string, double> threadSeconds()
{
    std::map<std::string, double> all;
    std::error_code gone; // a thread may end meanwhile
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task", gone)) {
        std::string name;
        double nanoseconds = 0;
        std::getline(std::ifstream(task.path() / "comm"), name);
        std::ifstream(task.path() / "schedstat") >> nanoseconds;
        all[name] += nanoseconds / 1e9;
    }
    return all;
}

/// A line of a process's status ("VmRSS", "VmHWM": now and at its most), in MB; 0 where it is not there.
inline double statusMegabytes(const std::string &name, const std::string &process = "self")
{
    std::ifstream status("/proc/" + process + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(name + ':', 0) == 0)
            return std::stod(line.substr(name.size() + 1)) / 1024.0;
    return 0;
}

inline double residentMegabytes() { return statusMegabytes("VmRSS"); }
inline double mostResidentMegabytes() { return statusMegabytes("VmHWM"); }
/// From here on mostResidentMegabytes() is of what follows.
inline void forgetMostResident() { std::ofstream("/proc/self/clear_refs") << '5'; }

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace bench
