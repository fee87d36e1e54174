using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// Finds in one body of code the calls, options and identities of a recorder's .NET API. While the compiler walks the body
/// only names are compared; everything else is done at its end, and only when a name was met.
/// </summary>
internal sealed class CSharpReader(ReplayContext replay, ValueReader values, IdentifierReader identifiers)
{
    /// <summary>The kinds of operation in which a recorder can be touched.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
        OperationKind.SimpleAssignment,
        OperationKind.FieldReference,
        OperationKind.Invalid);

    private List<IOperation>? _met;

    /// <summary>Notes an operation that may touch a recorder. Runs for each call, creation and assignment of the project.</summary>
    public void Meet(OperationAnalysisContext context)
    {
        var met = context.Operation switch
        {
            IInvocationOperation invocation => replay.Facts.HasName(invocation.TargetMethod.Name),
            IObjectCreationOperation { Constructor.ContainingType.Name: var type } => replay.Facts.HasName(type) || replay.Facts.HasSettingsType(type),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => replay.Facts.HasName(property.Property.Name),
            IFieldReferenceOperation field => replay.Facts.HasName(field.Field.Name),
            IInvalidOperation { Syntax: InvocationExpressionSyntax invocation } => replay.Facts.HasName(CallName.Of(invocation)),
            _ => false,
        };

        if (!met)
            return;

        // A body is walked by one thread.
        (_met ??= []).Add(context.Operation);
    }

    /// <summary>Reads what was met, once the body has been walked.</summary>
    public IEnumerable<RecorderUsage> Read(OperationBlockAnalysisContext context)
    {
        if (_met is null)
            yield break;

        var consent = new BodyConsent(context, replay.Guards);
        foreach (var operation in _met)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var usages = operation switch
            {
                IInvocationOperation invocation => ReadCall(Call.Of(invocation), consent),
                IObjectCreationOperation { Constructor: { } constructor } creation => ReadCreation(Call.Of(creation, constructor), consent),
                IInvalidOperation invalid when Call.Of(invalid, replay.Facts) is { } call => ReadCall(call, consent),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => ReadWrite(target.Property, assignment, consent),
                IFieldReferenceOperation field => ReadAttachedProperty(field),
                _ => [],
            };

            foreach (var usage in usages)
                yield return usage;
        }
    }

    private IEnumerable<RecorderUsage> ReadCall(Call call, BodyConsent consent)
    {
        foreach (var fact in replay.Facts.Find(call.Method))
        {
            switch (fact)
            {
                case StartFact { Value: { } value } start when Passes(call, value):
                    yield return new RecorderUsage(UsageKind.Start, start, CallName.LocationOf(call.Operation)) { Consent = consent.At(call.Operation) };
                    break;

                case StartFact { Value: null } start:
                    if (ReadStart(call, start, consent) is { } started)
                        yield return started;
                    break;

                case ConfigureFact when replay.Activity.IsEnabled(fact.Recorder):
                    yield return new RecorderUsage(UsageKind.Configure, fact, CallName.LocationOf(call.Operation))
                    {
                        Consent = consent.At(call.Operation),
                        Options = ReadOptions(call, fact.Recorder, consent),
                    };
                    break;

                case StopFact stop when stop.Value is null || Passes(call, stop.Value):
                    yield return new RecorderUsage(UsageKind.Stop, stop, CallName.LocationOf(call.Operation));
                    break;

                case UnmaskFact unmask when unmask.Value is null || Passes(call, unmask.Value):
                    yield return new RecorderUsage(UsageKind.Unmask, unmask, call.Operation.Syntax.GetLocation());
                    break;

                case IdentifyFact identify when replay.Activity.IsEnabled(fact.Recorder):
                    foreach (var usage in ReadIdentifiers(call, identify))
                        yield return usage;
                    break;
            }
        }
    }

    private RecorderUsage? ReadStart(Call call, StartFact start, BodyConsent consent)
    {
        var options = ReadOptions(call, start.Recorder, consent);
        var state = consent.At(call.Operation);
        var certain = true;
        switch (start.When)
        {
            case StartCondition.Options when options is null:
                return null;

            case StartCondition.Rate:
                var rates = options is null
                    ? ImmutableArray<SettingReading>.Empty
                    : options.Settings.Where(static s => s.Setting.Protects == Protects.Rate && !s.Value.RecordsNone).ToImmutableArray();
                if (rates.IsEmpty)
                    return null;

                certain = rates.Any(static s => s.Value.RecordsSome);

                // Without the rates nothing is recorded, so a guard around them is as good as one around the call.
                if (state != ConsentState.Granted && rates.All(static s => s.Consent == ConsentState.Granted))
                    state = ConsentState.Granted;
                break;
        }

        return new RecorderUsage(UsageKind.Start, start, CallName.LocationOf(call.Operation)) { Consent = state, IsCertain = certain, Options = options };
    }

    private OptionsReading? ReadOptions(Call call, Recorder recorder, BodyConsent consent) =>
        OptionsReader.Read(call, recorder, replay.Facts, values, consent.At);

    /// <summary>A constructor may start a recorder, and its arguments may be settings: those whose parameter has a setting's name.</summary>
    private IEnumerable<RecorderUsage> ReadCreation(Call creation, BodyConsent consent)
    {
        foreach (var usage in ReadCall(creation, consent))
            yield return usage;

        foreach (var passed in creation.Values)
        {
            if (passed.PropertyOfOptions() is not { } property)
                continue;

            foreach (var fact in replay.Facts.Find(property))
            {
                if (fact is SettingFact setting && IsOurBusiness(setting))
                    yield return new RecorderUsage(UsageKind.Setting, setting, passed.Syntax.GetLocation()) { Value = values.Read(passed.Value) };
            }
        }
    }

    private IEnumerable<RecorderUsage> ReadWrite(IPropertySymbol property, ISimpleAssignmentOperation assignment, BodyConsent consent)
    {
        foreach (var fact in replay.Facts.Find(property))
        {
            var location = assignment.Syntax.GetLocation();
            switch (fact)
            {
                case StartFact start when start.Value is null || values.Read(assignment.Value).Is(start.Value):
                    yield return new RecorderUsage(UsageKind.Start, start, location) { Consent = consent.At(assignment) };
                    break;

                case StopFact stop when stop.Value is null || values.Read(assignment.Value).Is(stop.Value):
                    yield return new RecorderUsage(UsageKind.Stop, stop, location);
                    break;

                case SettingFact setting when IsOurBusiness(setting):
                    yield return new RecorderUsage(UsageKind.Setting, setting, location) { Value = values.Read(assignment.Value) };
                    break;

                case UnmaskFact unmask when unmask.Value is null || values.Read(assignment.Value).Is(unmask.Value):
                    yield return new RecorderUsage(UsageKind.Unmask, unmask, location);
                    break;

                case IdentifyFact identify when replay.Activity.IsEnabled(identify.Recorder) && Identifies(assignment.Value, identify.IsDirect):
                    yield return new RecorderUsage(UsageKind.Identify, identify, location) { Identifier = identify.SimpleName, IdentifierIsDirect = identify.IsDirect };
                    break;
            }
        }
    }

    /// <summary>An attached property is set by naming its field: <c>view.SetValue(SessionReplay.MaskProperty, value)</c>.</summary>
    private IEnumerable<RecorderUsage> ReadAttachedProperty(IFieldReferenceOperation field)
    {
        if (field.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "SetValue" } setter })
            yield break;

        foreach (var fact in replay.Facts.Find(field.Field))
        {
            if (fact is UnmaskFact unmask && (unmask.Value is null || Passes(Call.Of(setter), unmask.Value)))
                yield return new RecorderUsage(UsageKind.Unmask, unmask, setter.Syntax.GetLocation());
        }
    }

    private IEnumerable<RecorderUsage> ReadIdentifiers(Call call, IdentifyFact identify)
    {
        foreach (var passed in call.Values)
        {
            var name = passed.Parameter.Name;
            var direct = identify.Direct.Contains(name);
            if ((direct || identify.Any.Contains(name)) && Identifies(passed.Value, direct))
                yield return new RecorderUsage(UsageKind.Identify, identify, passed.Syntax.GetLocation()) { Identifier = name, IdentifierIsDirect = direct };
        }
    }

    private bool Identifies(IOperation value, bool always)
    {
        var written = values.Read(value).Text;
        return written is not ("null" or "") && (always || identifiers.IsDirect(value));
    }

    private bool Passes(Call call, string value)
    {
        foreach (var passed in call.Values)
        {
            if (values.Read(passed.Value).Is(value))
                return true;
        }

        return false;
    }

    /// <summary>What a package captures besides its replay concerns us only where the replay is on.</summary>
    private bool IsOurBusiness(SettingFact setting) =>
        setting.Protects is not (Protects.Network or Protects.Identity) || replay.Activity.IsEnabled(setting.Recorder);
}
