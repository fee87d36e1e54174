using System.Reflection;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;
using Xunit.Abstractions;
namespace ReplayLint.Tests;
public class Zz(ITestOutputHelper o)
{
    [Fact]
    public async Task Go()
    {
        string Meta(string k) => typeof(Zz).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == k).Value!;
        var refs = Directory.GetFiles(Path.Combine(Meta("ReferencePacks"), "Microsoft.NETCore.App.Ref", Meta("ReferencePackVersion"), "ref", "net10.0"), "*.dll").Append(Meta("SentryLibRoot") + "net10.0-android36.0/Sentry.dll").Select(f => (MetadataReference)MetadataReference.CreateFromFile(f));
        var f = await RuleRunner.GetFindingsAsync([File.ReadAllText("/tmp/probe2/a.cs")], refs);
        foreach (var d in f) o.WriteLine(d.ToString() + " " + string.Join(",", d.Properties.Select(p => p.Key + "=" + p.Value)) + " @" + string.Join(" ", d.AdditionalLocations.Select(l => l.SourceTree!.GetText().ToString(l.SourceSpan))));
    }
}
