using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>Finds defaults of the project's own options in what code hands to a function of the page.</summary>
internal sealed class PageDefaults(WrapperDefaults defaults, ArgumentValues arguments)
{
    public IEnumerable<RecorderUsage> Read(ScriptTouch touch)
    {
        foreach (var fact in touch.Facts)
        {
            if (fact is not JsSettingFact { Path.Option: { } path } setting || touch.ArgumentsFor(fact) is not { } given)
                continue;

            var option = OptionValue.Find(given, path);
            if (option.IsGiven)
            {
                if (arguments.OperationOf(option.Value!) is { } written && defaults.Flowing(written, setting, fact.Recorder) is { } flowing)
                    yield return flowing;

                continue;
            }

            foreach (var type in TypesOf(given))
            {
                if (defaults.Serialised(type, path, setting, fact.Recorder) is { } serialised)
                    yield return serialised;
            }
        }
    }

    /// <summary>The types of the objects that are handed over without being made here.</summary>
    private IEnumerable<ITypeSymbol> TypesOf(ImmutableArray<ScriptValue> given)
    {
        foreach (var value in given)
        {
            if (value.Kind == ScriptValueKind.Path && arguments.OperationOf(value)?.Type is { } type)
                yield return type;
        }
    }
}
