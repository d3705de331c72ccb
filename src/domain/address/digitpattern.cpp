#include "domain/address/digitpattern.h"

#include <algorithm>
#include <map>

namespace domain {

namespace {

constexpr size_t mostNodes = 60'000;  // of the intermediate automaton
constexpr size_t mostStates = 30'000;
constexpr int deepestGroup = 32;
constexpr int mostRepeats = 64;
constexpr quint16 anyDigit = 0x3ff;
constexpr quint16 endOfText = 1 << 10;

// A node of Thompson's construction: one edge on some symbols, or up to two without.
struct Node
{
    quint16 on = 0;
    int next = -1;
    int free[2] = {-1, -1};
    quint32 accepts = 0;
};

struct Fragment
{
    int from;
    int to; // has no edges yet
};

class Parser
{
public:
    Parser(std::string_view text, std::vector<Node> &nodes) : m_text(text), m_nodes(nodes) {}

    std::optional<Fragment> pattern()
    {
        const auto all = alternatives(0);
        return all && m_at == m_text.size() && m_nodes.size() < mostNodes ? all : std::nullopt;
    }

private:
    int node()
    {
        m_nodes.emplace_back();
        return static_cast<int>(m_nodes.size()) - 1;
    }
    Node &at(int index) { return m_nodes[static_cast<size_t>(index)]; }
    void freely(int from, int to)
    {
        auto &edges = at(from).free;
        edges[edges[0] < 0 ? 0 : 1] = to;
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }

    std::optional<Fragment> alternatives(int depth)
    {
        auto left = sequence(depth);
        while (left && take('|')) {
            const auto right = sequence(depth);
            if (!right)
                return std::nullopt;
            const Fragment both{node(), node()};
            freely(both.from, left->from);
            freely(both.from, right->from);
            freely(left->to, both.to);
            freely(right->to, both.to);
            left = both;
        }
        return left;
    }

    std::optional<Fragment> sequence(int depth)
    {
        const int start = node();
        Fragment all{start, start};
        while (m_at < m_text.size() && peek() != '|' && peek() != ')') {
            const auto part = repeated(depth);
            if (!part || m_nodes.size() > mostNodes)
                return std::nullopt;
            freely(all.to, part->from);
            all.to = part->to;
        }
        return all;
    }

    // An atom with its quantifier. For each repetition the atom's text is read anew.
    std::optional<Fragment> repeated(int depth)
    {
        const size_t begin = m_at;
        auto first = atom(depth);
        if (!first)
            return std::nullopt;
        int least = 1;
        int most = 1; // -1: no limit
        if (take('?')) {
            least = 0;
        } else if (take('*')) {
            least = 0;
            most = -1;
        } else if (take('+')) {
            most = -1;
        } else if (take('{')) {
            const auto low = number();
            if (!low)
                return std::nullopt;
            least = most = *low;
            if (take(',')) {
                const auto high = number();
                most = high ? *high : -1;
            }
            if (!take('}') || (most >= 0 && most < least) || most == 0)
                return std::nullopt;
        } else {
            return first;
        }
        const size_t end = m_at;
        const Fragment all{node(), node()};
        int last = all.from;
        for (int i = 0; i < std::max({least, most, 1}); ++i) {
            if (i > 0) {
                m_at = begin;
                first = atom(depth);
                if (!first || m_nodes.size() > mostNodes)
                    return std::nullopt;
            }
            if (i >= least)
                freely(last, all.to);
            freely(last, first->from);
            last = node();
            freely(first->to, last);
        }
        if (most < 0) { // once more the last one
            freely(last, first->from);
        }
        freely(last, all.to);
        m_at = end;
        return all;
    }

    std::optional<Fragment> atom(int depth)
    {
        if (take('(')) {
            if (depth == deepestGroup)
                return std::nullopt;
            if (take('?') && !take(':'))
                return std::nullopt; // looks ahead or behind
            const auto inner = alternatives(depth + 1);
            return inner && take(')') ? inner : std::nullopt;
        }
        const quint16 on = symbolsHere();
        if (on == 0)
            return std::nullopt;
        const Fragment one{node(), node()};
        at(one.from).on = on;
        at(one.from).next = one.to;
        return one;
    }

    quint16 symbolsHere()
    {
        if (take('$'))
            return endOfText;
        if (take('\\'))
            return take('d') ? anyDigit : 0;
        if (take('['))
            return classHere();
        return digitHere();
    }

    quint16 digitHere()
    {
        const char c = peek();
        if (c < '0' || c > '9')
            return 0;
        ++m_at;
        return static_cast<quint16>(1U << (c - '0'));
    }

    quint16 classHere()
    {
        quint16 all = 0;
        while (!take(']')) {
            if (take('\\')) {
                if (!take('d'))
                    return 0;
                all = anyDigit;
                continue;
            }
            const char low = peek();
            if (digitHere() == 0)
                return 0;
            char high = low;
            if (take('-')) {
                high = peek();
                if (digitHere() == 0 || high < low)
                    return 0;
            }
            for (char c = low; c <= high; ++c)
                all = static_cast<quint16>(all | (1U << (c - '0')));
        }
        return all;
    }

    std::optional<int> number()
    {
        int value = 0;
        const size_t begin = m_at;
        for (; peek() >= '0' && peek() <= '9' && value <= mostRepeats; ++m_at)
            value = value * 10 + (peek() - '0');
        return m_at == begin || value > mostRepeats ? std::nullopt : std::optional(value);
    }

    std::string_view m_text;
    size_t m_at = 0;
    std::vector<Node> &m_nodes;
};

// All nodes that can be reached without a symbol; sorted, so that a set has one form.
std::vector<int> closure(std::vector<int> reached, const std::vector<Node> &nodes, std::vector<bool> &seen)
{
    for (const int each : reached)
        seen[static_cast<size_t>(each)] = true;
    for (size_t i = 0; i < reached.size(); ++i) {
        for (const int next : nodes[static_cast<size_t>(reached[i])].free) {
            if (next >= 0 && !seen[static_cast<size_t>(next)]) {
                seen[static_cast<size_t>(next)] = true;
                reached.push_back(next);
            }
        }
    }
    for (const int each : reached)
        seen[static_cast<size_t>(each)] = false;
    // Only nodes with a symbol or an answer tell sets apart.
    std::erase_if(reached, [&](int each) {
        const Node &node = nodes[static_cast<size_t>(each)];
        return node.on == 0 && node.accepts == 0;
    });
    std::sort(reached.begin(), reached.end());
    return reached;
}

} // namespace

std::optional<DigitPatterns> DigitPatterns::compile(std::span<const std::string> patterns)
{
    std::vector<Node> nodes;
    std::vector<int> starts;
    for (size_t i = 0; i < patterns.size(); ++i) {
        if (patterns[i].empty())
            continue;
        const auto fragment = Parser(patterns[i], nodes).pattern();
        if (!fragment)
            return std::nullopt;
        starts.push_back(fragment->from);
        nodes[static_cast<size_t>(fragment->to)].accepts = 1U << i;
    }
    DigitPatterns result;
    result.m_states.resize(1); // the dead one
    std::vector<bool> seen(nodes.size());
    std::map<std::vector<int>, quint16> known{{{}, 0}};
    std::vector<const std::vector<int> *> sets{&known.begin()->first};
    const auto stateOf = [&](std::vector<int> reached) {
        const auto [at, isNew] =
            known.emplace(closure(std::move(reached), nodes, seen), quint16(result.m_states.size()));
        if (isNew) {
            State state;
            for (const int each : at->first)
                state.accepts |= nodes[static_cast<size_t>(each)].accepts;
            result.m_states.push_back(state);
            sets.push_back(&at->first);
        }
        return at->second;
    };
    if (stateOf(std::move(starts)) != 1)
        return std::nullopt; // nothing but empty patterns
    for (size_t i = 1; i < result.m_states.size(); ++i) {
        if (result.m_states.size() > mostStates)
            return std::nullopt;
        for (size_t symbol = 0; symbol < symbols; ++symbol) {
            std::vector<int> reached;
            for (const int each : *sets[i]) {
                const Node &node = nodes[static_cast<size_t>(each)];
                if (node.on & (1U << symbol))
                    reached.push_back(node.next);
            }
            std::sort(reached.begin(), reached.end());
            reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
            const quint16 next = stateOf(std::move(reached));
            result.m_states[i].next[symbol] = next;
        }
    }
    result.m_states.shrink_to_fit();
    return result;
}

DigitPatterns::Matches DigitPatterns::match(std::string_view digits) const
{
    Matches matches;
    quint16 state = 1;
    for (const char c : digits) {
        state = m_states[state].next[static_cast<size_t>(c - '0')];
        if (state == 0)
            return matches;
        matches.start |= m_states[state].accepts;
    }
    matches.whole = m_states[state].accepts | m_states[m_states[state].next[endSymbol]].accepts;
    if (!digits.empty())
        matches.start |= matches.whole;
    return matches;
}

} // namespace domain
