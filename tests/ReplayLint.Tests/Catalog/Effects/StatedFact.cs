using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>What one line of the catalogue says about one of its subjects.</summary>
internal sealed class StatedFact
{
    public required CatalogFile File { get; init; }

    /// <summary>The number of the line, from 1 on.</summary>
    public required int Number { get; init; }

    /// <summary>The kind of section: <c>recorder</c>, <c>consent</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The name of the section: the recorder, the platform, the list of words.</summary>
    public required string Owner { get; init; }

    public required string Verb { get; init; }

    /// <summary>The subject as it is written.</summary>
    public required string Word { get; init; }

    /// <summary>The first words of a list.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>Where the line stands in its file, without comment.</summary>
    public required TextSpan Line { get; init; }

    /// <summary>Where the subject stands in its file.</summary>
    public required TextSpan Subject { get; init; }

    /// <summary>Whether the line has no other subject.</summary>
    public required bool IsOnlyOne { get; init; }

    /// <summary>What the parser makes of the line with this subject alone.</summary>
    public required CatalogDocument Stated { get; init; }

    /// <summary>The kind of line: <c>recorder js-start</c>, <c>words password-field</c>.</summary>
    public string Kind => Section == "words" ? $"words {Owner}" : $"{Section} {Verb}";

    /// <summary>The recorder that the line is about, with all that the catalogue says of it.</summary>
    public Recorder Recorder => CatalogFile.Complete.Find(Owner)!;

    /// <summary>The consent platform that the line is about.</summary>
    public ConsentPlatform Platform => CatalogFile.Complete.Platforms.Single(platform => platform.Name == Owner);

    /// <summary>The fact about pages and scripts that the line states, as part of its recorder.</summary>
    public T ScriptFact<T>()
        where T : ScriptFact => Recorder.ScriptFacts.OfType<T>().Single(fact => fact.Key == Stated.Recorders[0].ScriptFacts.Single().Key);

    /// <summary>The fact about the .NET API that the line states, as part of its recorder.</summary>
    public T Fact<T>()
        where T : Fact => (T)Stated.Recorders[0].Facts.Single().Attach(Recorder);

    /// <summary>The fact that the line states about a consent platform.</summary>
    public T PlatformFact<T>()
        where T : PlatformFact => (T)(Stated.Platforms[0].Facts.Single() with { Platform = Platform });

    public override string ToString() => $"{File.Name}({Number}): {Verb} {Word}";
}
