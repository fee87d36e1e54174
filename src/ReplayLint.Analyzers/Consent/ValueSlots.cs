using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReplayLint.Consent;

/// <summary>
/// Numbers the locals, parameters and flow captures of a body and its nested functions, and remembers the weakest
/// evidence ever written to each: that is all a nested function, which runs later, may believe of a captured variable.
/// </summary>
internal sealed class ValueSlots
{
    private readonly Dictionary<ISymbol, int> _symbols = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Local, int Element), int> _elements = [];
    private readonly Dictionary<CaptureId, int> _captures = [];
    private readonly Dictionary<int, Evidence> _written = [];
    private bool _revoked;
    private int _count;

    public int Of(ISymbol symbol)
    {
        if (!_symbols.TryGetValue(symbol, out var slot))
            _symbols.Add(symbol, slot = _count++);

        return slot;
    }

    /// <summary>The slot of an element of a tuple that a local holds.</summary>
    public int Of(ISymbol local, int element)
    {
        if (!_elements.TryGetValue((local, element), out var slot))
            _elements.Add((local, element), slot = _count++);

        return slot;
    }

    public int Of(CaptureId capture)
    {
        if (!_captures.TryGetValue(capture, out var slot))
            _captures.Add(capture, slot = _count++);

        return slot;
    }

    public void Written(int slot, Evidence evidence) =>
        _written[slot] = _written.TryGetValue(slot, out var before) ? Evidence.Meet(before, evidence) : evidence;

    /// <summary>After this, no variable proves anything to a function that runs later.</summary>
    public void Revoked() => _revoked = true;

    /// <summary>Tells a nested function what its captured variables are worth.</summary>
    public void CopyWrittenTo(FlowState state)
    {
        if (_revoked)
            return;

        foreach (var pair in _written)
            state.Assign(pair.Key, pair.Value);
    }
}
