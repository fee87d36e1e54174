using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReplayLint;

/// <summary>
/// What is known of a list of files or references. An editor makes several compilations of the same ones, and they share it;
/// any item does to remember the others by, and the last is most likely the project's own.
/// </summary>
/// <param name="create">Makes what is known of a list.</param>
internal sealed class ListMemory<TItem, TKnown>(Func<ImmutableArray<TItem>, TKnown> create)
    where TItem : class
    where TKnown : class
{
    private readonly ConditionalWeakTable<TItem, Entry> _entries = new();

    public TKnown Of(ImmutableArray<TItem> items)
    {
        if (items.IsEmpty)
            return create(items);

        var last = items[items.Length - 1];
        if (_entries.TryGetValue(last, out var entry) && entry.Items.SequenceEqual(items))
            return entry.Known;

        // Another list with the same end may be remembered meanwhile; it is not this one.
        var made = new Entry(items, create(items));
        _entries.Remove(last);
        _entries.GetValue(last, _ => made);
        return made.Known;
    }

    private sealed record Entry(ImmutableArray<TItem> Items, TKnown Known);
}
