using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;

namespace ReplayLint.Policy;

/// <summary>
/// Reads the items <c>SessionReplayPolicy</c> of a project. The package's targets hand them over as one property, in base 64
/// because a configuration file cuts values off at <c>;</c> and <c>#</c>.
/// </summary>
internal static class ProjectPolicies
{
    public const string Key = "build_property.ReplayLintPolicies";

    private const char BetweenPolicies = '\x1E';
    private const char BetweenFields = '\x1F';

    /// <summary>The fields: recorder, purpose, days, hours, reference, consent mechanism, and the file that has the item.</summary>
    private const int Fields = 7;

    public static ImmutableArray<PolicyDeclaration> Read(AnalyzerConfigOptions? options, RecorderCatalog catalog)
    {
        if (options is null || !options.TryGetValue(Key, out var encoded) || Decode(encoded) is not { } text)
            return ImmutableArray<PolicyDeclaration>.Empty;

        var policies = ImmutableArray.CreateBuilder<PolicyDeclaration>();
        foreach (var policy in text.Split([BetweenPolicies], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = policy.Split(BetweenFields);
            if (fields.Length == Fields)
                policies.Add(Read(fields, catalog));
        }

        return policies.ToImmutable();
    }

    private static PolicyDeclaration Read(string[] fields, RecorderCatalog catalog)
    {
        var profile = catalog.Purposes.TryGetValue(fields[1].Trim(), out var known) ? known : null;
        return new PolicyDeclaration(fields[0].Trim(), profile?.Name, fields[6].Length == 0 ? Location.None : Location.Create(fields[6], default, default(LinePositionSpan)))
        {
            RetentionDays = TextOf(fields[2]),
            RetentionHours = TextOf(fields[3]),
            Reference = TextOf(fields[4]),
            ConsentMechanism = TextOf(fields[5]),
            Profile = profile,
        };
    }

    /// <summary>An item has every metadatum; one that nobody wrote is empty.</summary>
    private static string? TextOf(string field) => field.Trim() is { Length: > 0 } text ? text : null;

    private static string? Decode(string encoded)
    {
        try
        {
            return encoded.Length == 0 ? null : Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
