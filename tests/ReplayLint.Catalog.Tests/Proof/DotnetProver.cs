using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Looks for the members of recorders' .NET APIs in the real assemblies, and where there are none in the signature stubs.</summary>
internal sealed class DotnetProver
{
    private static readonly string[] MobileAssemblies =
        ["net9.0-android35.0", "net9.0-ios18.0", "net9.0-maccatalyst18.0", TestReferences.SentryAndroid, TestReferences.SentryIos, "net10.0-maccatalyst26.0"];

    private static readonly (string Old, string Now)[] FormerNamespaces = [("DatadogSdk.Maui", "Datadog.Maui")];

    private readonly (string Framework, Compilation Compilation)[] _real =
        [.. MobileAssemblies.Select(static framework => (framework, Compile([.. TestReferences.Framework, TestReferences.Sentry(framework)])))];

    private readonly Compilation[] _stubs =
    [
        Compile([.. TestReferences.Of(RecorderApi.All).Single()]),
        Compile([.. TestReferences.Of(RecorderApi.DatadogFormerName).Single()]),
    ];

    /// <summary>The package whose assemblies are real.</summary>
    public static string Package { get; } =
        "Sentry@" + typeof(DotnetProver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "SentryVersion").Value;

    public Finding Prove(Fact fact)
    {
        var found = _real
            .Select(real => (real.Framework, real.Compilation, Symbol: Find(real.Compilation, fact.Id)))
            .Where(static real => real.Symbol is not null)
            .ToList();
        if (found.Count == 0)
            return ProveInStub(fact);

        var isFramework = found[0].Symbol!.ContainingAssembly.Name != "Sentry";
        var where = isFramework ? ".NET's reference assemblies" : $"{Package} ({found.Count} of {_real.Length} mobile assemblies)";
        return Finding.All(found.SelectMany(real => ProveDetails(fact, real.Symbol!, Reference(real.Compilation, real.Symbol!))).Append(Finding.Proven(where)));
    }

    public Finding ProveType(string id)
    {
        var count = _real.Count(real => Find(real.Compilation, id) is not null);
        return count > 0 ? Finding.Proven($"{Package} ({count} of {_real.Length} mobile assemblies)") : InStub(id);
    }

    private Finding ProveInStub(Fact fact)
    {
        // The type is in the package and the member is not.
        if (_real.Any(real => Find(real.Compilation, fact.ContainingTypeId) is { ContainingAssembly.Name: "Sentry" }))
            return Finding.Disproven($"{fact.Id} is not in {Package}");

        var symbol = _stubs.Select(stub => Find(stub, fact.Id)).FirstOrDefault(static found => found is not null);
        return symbol is null || fact.IsUnverified ? InStub(fact.Id) : Finding.All(ProveDetails(fact, symbol, null).Append(InStub(fact.Id)));
    }

    private Finding InStub(string id)
    {
        var symbol = _stubs.SelectMany(stub => Spellings(id).Select(spelling => Find(stub, spelling))).FirstOrDefault(static found => found is not null);
        return symbol is null
            ? Finding.Open($"{id} is in no package that can be restored, and in no signature stub")
            : Finding.Declared(Unprovable.Stub, symbol.ContainingAssembly.Name);
    }

    /// <summary>A member of a renamed package counts under both names, though it may have been renamed itself.</summary>
    private static IEnumerable<string> Spellings(string id) =>
        FormerNamespaces.SelectMany(static pair => new[] { pair, (pair.Now, pair.Old) }).Select(pair => MemberId.WithNamespace(id, pair.Item1, pair.Item2)).Prepend(id);

    /// <summary>Names of parameters, and the default of an option.</summary>
    private static IEnumerable<Finding> ProveDetails(Fact fact, ISymbol symbol, PortableExecutableReference? assembly)
    {
        if (fact is IdentifyFact identify && symbol is IMethodSymbol method)
        {
            foreach (var name in identify.Direct.Concat(identify.Any).Concat(identify.User))
            {
                if (!method.Parameters.Any(parameter => parameter.Name == name))
                    yield return Finding.Disproven($"{fact.DisplayName} has no parameter {name}");
            }
        }

        if (fact is SettingFact { Default: { } expected } && assembly is not null && symbol is IPropertySymbol property)
        {
            var actual = InitialValue.Read(assembly.FilePath!, property);
            if (actual is null)
                yield return Finding.Open($"the initial value of {fact.DisplayName} was not found");
            else if (!IsSame(actual, expected))
                yield return Finding.Disproven($"{fact.DisplayName} is {actual} when nothing is set, not {expected}");
        }
    }

    /// <summary>A rate that is not set is null, and records nothing.</summary>
    private static bool IsSame(string actual, string expected) =>
        actual == expected
        || (actual is "null" or "0" && expected is "null" or "0")
        || (double.TryParse(actual, CultureInfo.InvariantCulture, out var left) && double.TryParse(expected, CultureInfo.InvariantCulture, out var right) && left == right);

    private static ISymbol? Find(Compilation compilation, string id) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation);

    private static PortableExecutableReference? Reference(Compilation compilation, ISymbol symbol) =>
        compilation.GetMetadataReference(symbol.ContainingAssembly) as PortableExecutableReference;

    private static CSharpCompilation Compile(IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create("Catalogue", [], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
