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

    /// <summary>Two more kinds, for a project in which some member requires consent.</summary>
    public static readonly ImmutableArray<OperationKind> KindsOfRequired = ImmutableArray.Create(OperationKind.MethodReference, OperationKind.PropertyReference);

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

        // A body is walked by one thread.
        if (met || MayRequireConsent(context.Operation))
            (_met ??= []).Add(context.Operation);
    }

    private bool MayRequireConsent(IOperation operation)
    {
        if (replay.Required.IsEmpty)
            return false;

        return operation switch
        {
            IInvocationOperation invocation => replay.Required.MayBe(invocation.TargetMethod),
            IObjectCreationOperation { Constructor: { } constructor } => replay.Required.MayBe(constructor),
            IMethodReferenceOperation reference => replay.Required.MayBe(reference.Method),
            IPropertyReferenceOperation reference => replay.Required.MayBe(reference.Property),
            _ => false,
        };
    }

    /// <summary>Reads what was met, once the body has been walked.</summary>
    public IEnumerable<RecorderUsage> Read(OperationBlockAnalysisContext context)
    {
        if (_met is null)
            yield break;

        var guards = replay.GuardsIn(context.Options.AnalyzerConfigOptionsProvider.GetOptions(_met[0].Syntax.SyntaxTree));
        var consent = new BodyConsent(context, guards, replay.Mentions, replay.Observer);
        foreach (var operation in _met)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (ReadRequired(operation, guards, purpose => ReferenceEquals(purpose, guards) ? consent : new BodyConsent(context, purpose, replay.Mentions, replay.Observer)) is { } required)
                yield return required;

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
                case StartFact { Value: { } value } start when replay.Activity.IsEnabled(fact.Recorder) && Passes(call, value):
                    yield return Start(UsageKind.Start, start, CallName.LocationOf(call.Operation), call.Operation, consent);
                    break;

                case StartFact { Value: null } start when replay.Activity.IsEnabled(fact.Recorder):
                    if (ReadStart(call, start, consent) is { } started)
                        yield return started;

                    // Whoever keeps the handle of a session can end it.
                    if (IsHandleKept(call.Operation))
                        yield return new RecorderUsage(UsageKind.Stop, start, CallName.LocationOf(call.Operation));
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

                case LookAlikeFact lookAlike:
                    var name = CallName.LocationOf(call.Operation);
                    yield return new RecorderUsage(UsageKind.LookAlike, lookAlike, name)
                    {
                        LookAlike = new FalseGate(name, lookAlike.Recorder, lookAlike.DisplayName, Instead: null, IsOpposite: false) { Use = lookAlike.Use, IsUnverified = lookAlike.IsUnverified },
                    };
                    break;

                case UnmaskFact unmask when unmask.Value is null || Passes(call, unmask.Value):
                    yield return new RecorderUsage(UsageKind.Unmask, unmask, call.Operation.Syntax.GetLocation());
                    break;

                case IdentifyFact identify when replay.Activity.IsEnabled(fact.Recorder):
                    foreach (var usage in identifiers.Read(call, identify))
                        yield return usage;
                    break;
            }
        }
    }

    private RecorderUsage? ReadStart(Call call, StartFact start, BodyConsent consent)
    {
        var options = ReadOptions(call, start.Recorder, consent);
        var state = consent.At(call.Operation);
        var open = ImmutableArray<SettingReading>.Empty;
        if (start.When == StartCondition.Options && options is null)
            return null;

        if (start.When == StartCondition.Rate)
        {
            open = options is null
                ? open
                : options.Settings.Where(static s => s.Setting.Protects == Protects.Rate && !s.Value.RecordsNone).ToImmutableArray();
            if (open.IsEmpty)
                return null;

            // Without the rates nothing is recorded, so a guard around them is as good as one around the call.
            foreach (var level in open.Select(static s => s.Consent).Distinct())
                state = open.All(s => s.Consent >= level) ? ConsentLattice.Higher(state, level) : state;
        }

        var certain = open.IsEmpty || open.Any(static s => s.Value.RecordsSome);
        return Start(UsageKind.Start, start, CallName.LocationOf(call.Operation), call.Operation, consent, state, options, certain ? null : open[0].Setting);
    }

    /// <summary>A start with what is known about its consent; the way to it is looked for only where something may be wrong.</summary>
    private RecorderUsage Start(
        UsageKind kind,
        StartFact start,
        Location location,
        IOperation place,
        BodyConsent consent,
        ConsentState? known = null,
        OptionsReading? options = null,
        ISetting? unknown = null)
    {
        var state = known ?? consent.At(place);
        if (state == ConsentState.Granted)
            return new RecorderUsage(kind, start, location) { Consent = state, Options = options, Basis = consent.BasisOf(place) };

        var path = consent.PathTo(place);
        var doubt = unknown is not null ? new ConsentDoubt(DoubtReason.UnknownValue, unknown.DisplayName)
            : state == ConsentState.Unknown ? consent.DoubtAt(place, path)
            : start.Gate is { } gate && !IsGateInSight(start, gate, options) ? new ConsentDoubt(DoubtReason.GateOutOfSight, gate)
            : null;

        return new RecorderUsage(kind, start, location)
        {
            Consent = state,
            IsCertain = unknown is null,
            Options = options,
            Doubt = doubt,
            FalseGates = state == ConsentState.NotGranted ? consent.FalseGatesOn(path, start.Recorder) : ImmutableArray<FalseGate>.Empty,
            Path = path.Select(static step => step.Location).ToImmutableArray(),
        };
    }

    private static bool IsHandleKept(IOperation call) =>
        call is { Type: { } type, Parent: not (IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }) }
        && (type.SpecialType == SpecialType.System_IDisposable || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable));

    /// <summary>Whether the project sets the options among which the recorder's consent switch is, or need not, because it waits by default.</summary>
    private bool IsGateInSight(StartFact start, string gate, OptionsReading? options) =>
        (options is not null && options.Settings.Any(s => s.Setting.SimpleName == gate))
        || start.Recorder.Facts.Any(fact => fact is SettingFact { Default: { } value } setting && setting.SimpleName == gate && setting.Safe.Contains(value) && IsOfSamePackage(fact, start))
        || start.Recorder.Facts.Any(fact => fact is ConfigureFact or SettingFact { Protects: Protects.Consent } && replay.Activity.Mentions(fact.SimpleName));

    /// <summary>Two packages of a recorder may give switches of one name opposite defaults.</summary>
    private static bool IsOfSamePackage(Fact left, Fact right) => NamespaceOf(left) == NamespaceOf(right);

    private static string NamespaceOf(Fact fact)
    {
        var end = fact.ContainingTypeId.IndexOf('.');
        return end < 0 ? fact.ContainingTypeId : fact.ContainingTypeId.Substring(0, end);
    }

    private RecorderUsage? ReadRequired(IOperation operation, ConsentGuards guards, Func<ConsentGuards, BodyConsent> consentFor)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            IPropertyReferenceOperation reference => reference.Property,
            _ => null,
        };

        if (member is null || replay.Required.IsEmpty || !replay.Required.MayBe(member) || !guards.RequiresConsent(member))
            return null;

        // What configures a recorder is judged with the call that takes it.
        if (operation is IMethodReferenceOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation taker } } } && !replay.Facts.Find(taker.TargetMethod).IsEmpty)
            return null;

        // An accessor that requires consent makes its property do so; a local function has no id of its own.
        var id = member.OriginalDefinition.GetDocumentationCommentId() is { Length: > 2 } known ? known : "M:" + member.ContainingType.Name + "." + member.Name;
        var start = (StartFact)new StartFact(id).Attach(Recorder.Unnamed);
        return Start(UsageKind.Required, start, CallName.LocationOf(operation), operation, consentFor(guards.For(member)));
    }

    private OptionsReading? ReadOptions(Call call, Recorder recorder, BodyConsent consent) =>
        OptionsReader.Read(call, recorder, replay.Facts, values, consent.CheckedAt);

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
                    yield return ReadSetting(setting, passed.Value, passed.Syntax.GetLocation());
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
                    yield return Start(UsageKind.Start, start, location, assignment, consent);
                    break;

                case StopFact stop when stop.Value is null || values.Read(assignment.Value).Is(stop.Value):
                    yield return new RecorderUsage(UsageKind.Stop, stop, location);
                    break;

                case SettingFact setting when IsOurBusiness(setting):
                    yield return ReadSetting(setting, assignment.Value, location);
                    break;

                case UnmaskFact unmask when unmask.Value is null || values.Read(assignment.Value).Is(unmask.Value):
                    yield return new RecorderUsage(UsageKind.Unmask, unmask, location);
                    break;

                case IdentifyFact identify when replay.Activity.IsEnabled(identify.Recorder):
                    foreach (var usage in identifiers.Read(assignment, identify))
                        yield return usage;
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

    private RecorderUsage ReadSetting(SettingFact setting, IOperation value, Location location)
    {
        var written = values.Read(value);
        return new RecorderUsage(UsageKind.Setting, setting, location)
        {
            Value = written,
            Days = setting.Protects != Protects.Retention ? null : written.DaysIn(setting.Unit) ?? new DurationReader(values).DaysOf(value),
        };
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
