using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>What is known about a value that a member of the project takes.</summary>
/// <param name="Evidence">What it says about consent.</param>
/// <param name="IsNo">Whether it is the constant <c>false</c> or <c>null</c>. What is never anything else proves nothing: it is a stand-in, or set by other means.</param>
internal readonly record struct KnownValue(Evidence Evidence, bool IsNo)
{
    /// <summary>A value of which nothing is known.</summary>
    public static KnownValue Nothing => new(Evidence.None, IsNo: false);

    /// <summary>The value of a member before anything is written to it.</summary>
    public static KnownValue Initial => new(Evidence.OfConstant(false), IsNo: true);

    public bool IsNothing => Evidence.IsNone;

    /// <summary>What it is worth when the member takes no other.</summary>
    public Evidence Worth => IsNo ? Evidence.None : Evidence;

    public static KnownValue Of(IOperation value, ValueEvidence values, FlowState state) =>
        new(values.Of(value, state), IsConstantNo(value));

    public static bool IsConstantNo(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: null or false };

    /// <summary>One of two values.</summary>
    public static KnownValue Meet(KnownValue left, KnownValue right) => new(Evidence.Meet(left.Evidence, right.Evidence), left.IsNo && right.IsNo);
}
